import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The project's own files, read once: what the tests of the house look at. */

export const root = join(import.meta.dirname, "../..");

const folders = ["src", "content", "scripts", "test", "python", "public", ".ci", ".github", "deploy"];
const atTop = ["*.md", "*.mjs", "*.ts", "*.json", "*.bib", ".gitignore", "LICENSE*"];
const binary = /\.(woff2|png|pdf|ico|npz|wasm)$/;
const generated = /(^|\/)(__pycache__|__snapshots__|node_modules|\.venv)(\/|$)/;

export interface SourceFile {
  /** The path from the top of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export const files: readonly SourceFile[] = [
  ...folders.flatMap((folder) =>
    globSync([`${folder}/**/*`, `${folder}/**/.*`], { cwd: root, withFileTypes: true }),
  ),
  ...globSync(atTop, { cwd: root, withFileTypes: true }),
]
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => file.slice(root.length + 1).replaceAll("\\", "/"))
  .filter((path) => !binary.test(path) && !generated.test(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

export const filesIn = (...rooms: readonly string[]) =>
  files.filter(({ path }) => rooms.some((room) => path.startsWith(`${room}/`)));

/** Code and comments apart: comments blanked out, so that a rule about code does not trip over a sentence. */
export function codeOf({ path, text }: SourceFile): string {
  if (!/\.(ts|mjs|astro)$/.test(path)) return text;
  const blank = (match: string) => match.replace(/[^\n]/g, " ");
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|[\s;,{(])\/\/[^\n]*/g, blank);
}

/** Every place at which a pattern occurs in a text, as `path:line: what was found`. */
export function places({ path }: SourceFile, text: string, pattern: RegExp): string[] {
  const global = new RegExp(
    pattern.source,
    pattern.flags.includes("g") ? pattern.flags : `${pattern.flags}g`,
  );
  return [...text.matchAll(global)].map(
    (match) => `${path}:${text.slice(0, match.index).split("\n").length}: ${match[0].trim()}`,
  );
}

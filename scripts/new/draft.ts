import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What `npm run new` would write: whole new files, and files that are there already with something added. */
export interface Draft {
  readonly files: ReadonlyMap<string, string>;
  /** What the files cannot say themselves: the next steps, in order. */
  readonly next: readonly string[];
}

/** Marks a sentence that only a person can write; `npm run check` counts these, the site prints them. */
export const todo = "To be written:";

/** A mistake of the person at the keyboard: shown as one sentence, without a stack. */
export class Refusal extends Error {}

export function readFrom(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Nothing is ever overwritten. */
export function unused(root: string, path: string): string {
  if (existsSync(join(root, path)))
    throw new Refusal(`${path}: is there already; edit it, or choose another name`);
  return path;
}

export function kebab(name: string): string {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return name;
  throw new Refusal(`${name}: not a name; use lower-case words joined by hyphens, as in focal-tversky`);
}

/** Puts a line before the first that matches, and complains by name where the file has changed its shape. */
export function insertBefore(text: string, path: string, anchor: RegExp, line: string): string {
  const match = anchor.exec(text);
  if (!match) throw new Refusal(`${path}: no place found for ${line.trim()}; add it by hand`);
  return text.slice(0, match.index) + line + text.slice(match.index);
}

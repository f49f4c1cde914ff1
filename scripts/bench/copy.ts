import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../check/tool.ts";

const parts = ["src", "content", "public", "scripts", "records", "python", "test"];
const files = ["package.json", "astro.config.mjs", "tsconfig.json", "tsconfig.core.json", "references.bib"];

/** A copy of the project in the system's temporary folder, with the same node_modules; `remove` deletes it again. */
export function temporaryCopy(more: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), "lossmap-copy-"));
  for (const part of [...parts, ...files, ...more]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

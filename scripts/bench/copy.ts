import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root } from "../check/tool.ts";

/** What a fresh clone would not have. */
const made = /^(node_modules|dist|\.git|\.astro|\.cache|coverage)([/\\]|$)|\.log$/;

/** A copy of the project in the system's temporary folder, with the same node_modules; `remove` deletes it again. */
export function temporaryCopy() {
  const folder = mkdtempSync(join(tmpdir(), "lossmap-copy-"));
  cpSync(root, folder, { recursive: true, filter: (path) => !made.test(relative(root, path)) });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

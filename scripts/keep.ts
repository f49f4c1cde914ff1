/**
 * `npm run keep`, before the version moves: stores the built edition in public/, where no later build changes it.
 */
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import manifest from "../package.json" with { type: "json" };
import { editionFolder } from "./edition.ts";

const { version } = manifest;
const root = join(import.meta.dirname, "..");
const folder = editionFolder(version);
const built = join(root, "dist", folder);
if (!existsSync(built)) {
  console.error(`dist/${folder}: not built; run npm run build first`);
  process.exit(1);
}
cpSync(built, join(root, "public", folder), { recursive: true });
console.log(`public/${folder} holds version ${version}; commit it, then move the version in package.json`);

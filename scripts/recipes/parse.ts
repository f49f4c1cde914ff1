import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Recipe {
  readonly title: string;
  readonly blocks: readonly string[];
}

/** The executable blocks of CONTRIBUTING.md under their headings. */
export function recipesOf(markdown: string): Recipe[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.slice(0, section.indexOf("\n")),
      blocks: [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block!),
    }))
    .filter(({ blocks }) => blocks.length > 0);
}

/** Changes when the recipes do, or the scaffolds that they run: a record with another fingerprint is stale. */
export function fingerprint(root: string): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(recipesOf(readFileSync(join(root, "CONTRIBUTING.md"), "utf8"))));
  const scaffolds = globSync("scripts/new/*.ts", { cwd: root }).sort();
  for (const path of ["scripts/new.ts", ...scaffolds]) hash.update(readFileSync(join(root, path)));
  return hash.digest("hex").slice(0, 16);
}

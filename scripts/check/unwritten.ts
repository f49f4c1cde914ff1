import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { todo } from "../new/draft.ts";

/** What `npm run new` left for a person: no problem, but never silent. */
export function unwritten(root: string): string[] {
  const paths = globSync("{references.bib,content/**/*.{yaml,mdx}}", { cwd: root }).sort();
  return paths.flatMap((path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      .flatMap((line, index) => (line.includes(todo) ? [`${path}:${index + 1}`] : [])),
  );
}

import text from "../../CHANGELOG.md?raw";

/** One version of CHANGELOG.md, newest first in the file and here. */
export interface Release {
  readonly version: string;
  readonly date: string;
  /** Its paragraphs and list items as plain text. */
  readonly changes: readonly string[];
}

/** CHANGELOG.md taken apart; a heading that is neither a version nor the errata stops the build. */
export function readChangelog(source: string) {
  const [intro = "", ...parts] = source.split(/^## /m);
  const releases: Release[] = [];
  let errata: string[] = [];
  for (const part of parts) {
    const [heading = "", ...rest] = part.split("\n");
    const blocks = blocksOf(rest.join("\n"));
    const match = /^(\d+\.\d+\.\d+), (\d{4}-\d\d-\d\d)$/.exec(heading.trim());
    if (match) releases.push({ version: match[1]!, date: match[2]!, changes: blocks });
    else if (heading.trim() === "Errata") errata = blocks;
    else throw new Error(`CHANGELOG.md: heading "${heading}"; write "## 1.0.0, 2026-11-24" or "## Errata"`);
  }
  return { intro: blocksOf(intro.replace(/^# .*$/m, "")), releases, errata };
}

export const changelog = readChangelog(text);

/** Paragraphs and list items, each on one line, without marks. */
function blocksOf(markdown: string): string[] {
  return markdown
    .split(/\n\s*\n|\n(?=- )/)
    .map((block) =>
      block
        .replace(/^- /, "")
        .replace(/\*\*|`/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((block) => block !== "");
}

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

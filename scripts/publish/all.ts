import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { claimsFile, writeRecords } from "./claims.ts";
import { llms, sitemap } from "./lists.ts";
import { markdownOf } from "./markdown.ts";
import { type PageRecord, readPages } from "./page.ts";
import { closeIndex, startIndex } from "./search.ts";

export interface Published {
  readonly pages: number;
  /** Why there is no index of the search, where there is none. */
  readonly withoutSearch: string | undefined;
}

/**
 * For a folder of built pages: a Markdown twin of each, the sitemap, llms.txt, the record of each claim alone and the
 * index of the search.
 */
export async function publishAll(root: string): Promise<Published> {
  const pages: PageRecord[] = [];
  const index = await startIndex();
  try {
    for (const page of readPages(root)) {
      const { document: _, main: __, ...record } = page;
      pages.push(record);
      writeFileSync(join(root, dirname(page.file), "index.md"), markdownOf(page));
      if (page.file === claimsFile) writeRecords(root, page);
      if (typeof index !== "string") await index.add(page);
    }
    if (!pages.some(({ file }) => file === claimsFile))
      throw new Error(`${claimsFile}: not built; its records open claims on other pages`);
    if (typeof index !== "string") await index.write(root);
  } finally {
    await closeIndex();
  }
  writeFileSync(join(root, "sitemap.xml"), sitemap(pages));
  writeFileSync(join(root, "llms.txt"), llms(pages));
  return { pages: pages.length, withoutSearch: typeof index === "string" ? index : undefined };
}

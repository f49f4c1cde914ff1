import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { claimsFile, writeRecords } from "./publish/claims.ts";
import { llms, sitemap } from "./publish/lists.ts";
import { markdownOf } from "./publish/markdown.ts";
import { type PageRecord, readPages } from "./publish/page.ts";
import { closeIndex, startIndex } from "./publish/search.ts";

/**
 * After the pages are final (finish.ts has run), what is read beside them and made from them: a Markdown twin of each,
 * the sitemap, llms.txt, the record of each claim alone and the index of the search.
 */
export function publish(): AstroIntegration {
  return {
    name: "lossmap:publish",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
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
          if (typeof index === "string") logger.warn(`built without search: ${index}`);
          else await index.write(root);
        } finally {
          await closeIndex();
        }
        writeFileSync(join(root, "sitemap.xml"), sitemap(pages));
        writeFileSync(join(root, "llms.txt"), llms(pages));
        logger.info(`${pages.length} Markdown twins, sitemap.xml and llms.txt written`);
      },
    },
  };
}

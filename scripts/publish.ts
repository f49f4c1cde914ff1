import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { writeRecords } from "./publish/claims.ts";
import { llms, sitemap } from "./publish/lists.ts";
import { markdownOf } from "./publish/markdown.ts";
import { readPages } from "./publish/page.ts";
import { writeIndex } from "./publish/search.ts";

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
        const pages = readPages(root);
        for (const page of pages) writeFileSync(join(root, dirname(page.file), "index.md"), markdownOf(page));
        writeFileSync(join(root, "sitemap.xml"), sitemap(pages));
        writeFileSync(join(root, "llms.txt"), llms(pages));
        writeRecords(root, pages);
        const without = await writeIndex(root, pages);
        if (without !== undefined) logger.warn(`built without search: ${without}`);
        logger.info(`${pages.length} Markdown twins, sitemap.xml and llms.txt written`);
      },
    },
  };
}

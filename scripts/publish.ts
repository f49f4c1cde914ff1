import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { AstroIntegration } from "astro";
import type { Published } from "./publish/all.ts";

/**
 * After the pages are final (finish.ts has run), what is read beside them and made from them. It runs in a thread, for
 * a small heap of its own: in the builder's, V8 lets the documents of a thousand pages pile up before it looks at them.
 */
export function publish(): AstroIntegration {
  return {
    name: "lossmap:publish",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const { pages, withoutSearch } = await published(fileURLToPath(dir));
        if (withoutSearch !== undefined) logger.warn(`built without search: ${withoutSearch}`);
        logger.info(`${pages} Markdown twins, sitemap.xml and llms.txt written`);
      },
    },
  };
}

/** One document at a time: this site is published in an eighth of this, twenty times its pages still are. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

const published = (root: string) =>
  new Promise<Published>((resolve, reject) => {
    new Worker(new URL("./publish/thread.ts", import.meta.url), { workerData: root, resourceLimits })
      .once("message", resolve)
      .once("error", reject)
      .once("exit", (code) => reject(new Error(`publishing ended with code ${code} and said nothing`)));
  });

import { fileURLToPath } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { version } from "./package.json" with { type: "json" };
import { keepLastGoodPage } from "./scripts/dev.ts";
import { edition } from "./scripts/edition.ts";
import { finish } from "./scripts/finish.ts";
import { publish } from "./scripts/publish.ts";
import {
  mathematics,
  numberCitations,
  paragraphsOfClaims,
  rebaseLinks,
  scrollingTables,
} from "./src/components/markdown.ts";

const base = process.env["LOSSMAP_BASE"] ?? "/";

export default defineConfig({
  site: process.env["LOSSMAP_SITE"] ?? "https://lossmap.org",
  base,
  trailingSlash: "always",
  integrations: [mdx({ optimize: true }), edition(version), finish(), publish(), keepLastGoodPage()],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { math: true },
      hastPlugins: [mathematics, scrollingTables, rebaseLinks(base), numberCitations, paragraphsOfClaims],
    }),
  },
  // One style sheet, the same on every page, inlined: one hash in the policy and no blocking request.
  build: { inlineStylesheets: "always", format: "directory" },
  vite: {
    build: { assetsInlineLimit: 0 },
    // No chart here is a map of the Earth; src/plots/no-geography.ts says what this saves.
    resolve: { alias: { "d3-geo": fileURLToPath(new URL("src/plots/no-geography.ts", import.meta.url)) } },
  },
  devToolbar: { enabled: false },
});

import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://lossmap.org",
  trailingSlash: "always",
  integrations: [mdx({ optimize: true })],
  markdown: { processor: satteri({ features: { math: true } }) },
  build: { inlineStylesheets: "never", format: "directory" },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});

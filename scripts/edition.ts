import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * The review as it stands in this edition, at the address that its citations name: /v/1.0/. It is the built page without
 * script, so that the figures keep their default state, with its fonts and pictures beside it and every link relative.
 * `npm run keep` stores it in public/ before the version moves; from then on the build only copies it.
 */
export function edition(version: string): AstroIntegration {
  let base = "/";
  return {
    name: "lossmap:edition",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/?$/, "/");
      },
      "astro:build:done": ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const folder = join(root, editionFolder(version));
        mkdirSync(folder, { recursive: true });
        const { html, assets } = frozen(readFileSync(join(root, "index.html"), "utf8"), base, version);
        for (const asset of assets) copyFileSync(join(root, asset), join(folder, basename(asset)));
        writeFileSync(join(folder, "index.html"), html);
        logger.info(`the review of version ${version} stands at /${editionFolder(version)}/`);
      },
    },
  };
}

/** `v/1.0` for 1.0.3: a correction that changes no advice changes no address. */
export const editionFolder = (version: string) => `v/${version.split(".").slice(0, 2).join(".")}`;

export function frozen(page: string, base: string, version: string) {
  const assets = new Set<string>();
  const html = page
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<fieldset class="controls"[\s\S]*?<\/fieldset>/g, "")
    .replace(/<div class="style-switch"[\s\S]*?<\/div>|<button\b[\s\S]*?<\/button>/g, "")
    .replace(/<meta name="citation_[^>]*>|<link rel="modulepreload"[^>]*>/g, "")
    .replace(/<link [^>]*type="text\/markdown"[^>]*>/, "")
    // Its reader's browser may well run scripts; the page has none, and shows what is shown where there are none.
    .replace(/@media[^{}]*\(scripting: ?(none|enabled)\)[^{}]*/g, (_, of) =>
      of === "none" ? "@media all" : "@media not all",
    )
    .replace(new RegExp(`${base}(_astro/[\\w.-]+\\.(?:woff2|webp|png|css))`, "g"), (_, asset: string) => {
      assets.add(asset);
      return basename(asset);
    })
    .replace(new RegExp(`(\\s(?:href|src)=")${base}(?!/)`, "g"), "$1../../")
    .replace(
      /(<main\b[^>]*>)/,
      `$1<p class="text byline kept">Version ${version} as it was published, kept without its controls. ` +
        `<a href="../../">The current review</a> has them.</p>`,
    );
  return { html, assets: [...assets] };
}

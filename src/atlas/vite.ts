import { losses } from "../losses/registry.ts";
import type { Atlas } from "./atlas.ts";
import { loadAtlas } from "./load.ts";

const bib = import.meta.glob<string>("../../references.bib", { query: "?raw", import: "default", eager: true });
const content = import.meta.glob<string>("../../content/**/*.{yaml,mdx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Names of modules, from a lazy glob whose modules are never imported here. */
const names = (modules: Record<string, unknown>, pattern: RegExp) =>
  Object.keys(modules).flatMap((path) => pattern.exec(path)?.[1] ?? []);

/** The site's atlas in Astro and in Vitest: Vite reads the files and reloads the page when one changes. */
export const atlas: Atlas = loadAtlas(
  new Map(Object.entries({ ...bib, ...content }).map(([path, text]) => [path.replace("../../", ""), text])),
  {
    losses: losses.map(({ id }) => id),
    checks: names(import.meta.glob("../checks/*.ts"), /\/([^/]+)\.ts$/),
    figures: names(import.meta.glob("../widgets/*/spec.ts"), /\/([^/]+)\/spec\.ts$/),
  },
);

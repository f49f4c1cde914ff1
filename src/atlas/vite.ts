import { losses } from "../losses/registry.ts";
import type { Atlas } from "./atlas.ts";
import { labReader } from "./lab-record.ts";
import { loadAtlas } from "./load.ts";

const bib = import.meta.glob<string>("../../references.bib", {
  query: "?raw",
  import: "default",
  eager: true,
});
const content = import.meta.glob<string>("../../content/**/*.{yaml,mdx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The registry of checks, once there is one; a lazy import would come too late for the checks of the content. */
const checks = import.meta.glob<{ checks: Readonly<Record<string, unknown>> }>("../checks/registry.ts", {
  eager: true,
});

const lab = import.meta.glob<string>("../../records/lab.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Folders of widgets, by the paths of a lazy glob whose modules are never imported here. */
const figures = Object.keys(import.meta.glob("../widgets/*/spec.ts")).map((path) => path.split("/")[2] ?? "");

const registered = (found: Readonly<Record<string, unknown>> | undefined) =>
  found ? { checks: Object.keys(found) } : {};

/** The site's atlas in Astro and in Vitest: Vite reads the files and reloads the page when one changes. */
export const atlas: Atlas = loadAtlas(
  new Map(Object.entries({ ...bib, ...content }).map(([path, text]) => [path.replace("../../", ""), text])),
  {
    losses: Object.keys(losses),
    figures,
    records: { lab: labReader(Object.values(lab)[0]) },
    ...registered(Object.values(checks)[0]?.checks),
  },
);

/** Every figure by its folder's name; a folder that is added is found, and nothing else need be told. */
const components = import.meta.glob("./*/*.astro", { eager: true, import: "default" });
/** A folder without a spec holds a part of pages, not a figure. */
const specs = Object.keys(import.meta.glob("./*/spec.ts")).map((path) => path.split("/")[1]);

export const figures: ReadonlyMap<string, unknown> = new Map(
  Object.entries(components)
    .map(([path, component]): [string, unknown] => [path.split("/")[1]!, component])
    .filter(([name]) => specs.includes(name)),
);

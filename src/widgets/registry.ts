/** Every figure by its folder's name; a folder that is added is found, and nothing else need be told. */
const components = import.meta.glob("./*/*.astro", { eager: true, import: "default" });

export const figures: ReadonlyMap<string, unknown> = new Map(
  Object.entries(components).map(([path, component]) => [path.split("/")[1]!, component]),
);

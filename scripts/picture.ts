/** `npm run picture`: the map of the README, drawn from the same content as the page's; writes records/map.svg. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { loadAtlas } from "../src/atlas/load.ts";
import { contentFiles, registries } from "../src/atlas/node.ts";
import { lightTokens } from "../src/components/tokens.ts";
import { twoAxisMap } from "../src/plots/two-axis.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The chart alone, with the site's own rules and the light theme's colours written out. */
export async function picture(): Promise<string> {
  const atlas = loadAtlas(contentFiles(), await registries());
  const places = [...atlas.families.values()].map(({ id, front }) => ({
    ...front,
    id,
    href: `https://lossmap.org/families/${id}/`,
  }));
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = twoAxisMap({ document, width: 760, prefix: "readme" }, places);
  const tokens = lightTokens(read("src/styles/tokens.css"));
  const light = (text: string) =>
    text.replace(/var\(--([\w-]+)\)/g, (whole, name) => tokens.get(name) ?? whole);
  const style = document.createElement("style");
  const ground = `svg{background:${tokens.get("ground")};color:${tokens.get("ink")}}`;
  style.textContent = light(`${ground}${read("src/styles/charts.css")}`).replace(
    /\/\*[\s\S]*?\*\/|\n\s*/g,
    "",
  );
  svg.prepend(style);
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${light(svg.toString()).replaceAll("><", ">\n<")}\n`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(root, "records/map.svg"), await picture());
  console.log("wrote records/map.svg");
}

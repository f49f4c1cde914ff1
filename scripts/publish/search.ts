import { globSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as pagefind from "pagefind";
import { mathText } from "./mathematics.ts";
import type { BuiltPage } from "./page.ts";

/** What a search should not find: mathematics in full, other citation styles, code, and what only a control says. */
const unsearched =
  'svg, button, .contents, [data-style]:not([data-style="apa"]), .actions, .Z3988, .anchor, .source, .figure-foot, ' +
  "[role=status], .controls, pre, .links, script, template, section[aria-labelledby=cite]";

/** An index of the site that is being made: pages are added one by one, then it is written. */
export interface Index {
  add(page: BuiltPage): Promise<void>;
  write(folder: string): Promise<void>;
}

/**
 * Starts Pagefind, or says why it does not start on this machine: its binary comes as an optional package, and everything
 * else is built without it. Whoever started it closes it.
 */
export async function startIndex(): Promise<Index | string> {
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: "en" });
    return index ? indexOf(index) : errors.join("; ");
  } catch (error) {
    if (error instanceof Error && /binary|platform|ENOENT/.test(error.message)) return error.message;
    throw error;
  }
}

export const closeIndex = () => pagefind.close();

function indexOf(index: pagefind.PagefindIndex): Index {
  const words = new Set<string>();
  return {
    async add(page) {
      const content = searchable(page);
      for (const word of content.replace(/<[^>]*>/g, " ").match(/[\p{L}\p{N}]+/gu) ?? [])
        words.add(word.toLowerCase());
      const added = await index.addHTMLFile({ sourcePath: page.file, content });
      if (added.errors.length > 0) throw new Error(`${page.file}: ${added.errors.join("; ")}`);
    },
    async write(folder) {
      await index.writeFiles({ outputPath: join(folder, "pagefind") });
      // The site has an interface of its own.
      const interfaces = "pagefind/pagefind-{component-ui,modular-ui,ui,highlight}.*";
      for (const file of globSync(interfaces, { cwd: folder })) rmSync(join(folder, file));
      writeFileSync(join(folder, "pagefind/words.json"), JSON.stringify(landmarks(words)));
    },
  };
}

/** Words close enough together that asking for each brings every part of the index to the browser. */
const landmarks = (words: ReadonlySet<string>) => [...words].sort().filter((_, index) => index % 15 === 0);

/** A page with its title and lead weighing more than its text, and with letters where formulas were; changes its document. */
function searchable({ title, name, document, main }: BuiltPage): string {
  for (const math of main.querySelectorAll("math")) {
    const text = mathText(math).trim();
    if ([...text].length <= 3) math.replaceWith(document.createTextNode(` ${text} `));
    else math.remove();
  }
  for (const element of main.querySelectorAll(unsearched)) element.remove();
  // A term of the glossary is found by itself, as a part under a heading is.
  for (const term of main.querySelectorAll(".glossary > [id]")) {
    const heading = document.createElement("h3");
    heading.id = term.id;
    heading.textContent = term.querySelector("dt")?.textContent ?? "";
    term.querySelector("dt")?.replaceWith(heading);
  }
  for (const [selector, weight] of [
    ["h1", "10"],
    ["h2, .lead + .small, .byline", "5"],
    ["h3, .lead, dt", "3"],
    [".references", "0.2"],
  ] as const)
    for (const element of main.querySelectorAll(selector))
      element.setAttribute("data-pagefind-weight", weight);
  const meta = [
    ["title", title],
    ["name", name],
  ].map(([key, value]) => `<p data-pagefind-ignore data-pagefind-meta="${key}">${plain(value!)}</p>`);
  return `<html lang="en"><body>${meta.join("")}${main.outerHTML}</body></html>`;
}

const plain = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";

/** What is said of a built page to those who read no screen. */
export interface PageRecord {
  /** `families/dice/index.html` */
  readonly file: string;
  readonly canonical: string;
  readonly title: string;
  /** What others call it, which for a paper is its authors and year. */
  readonly name: string;
  readonly description: string;
}

/** A built page with its own document, which whoever reads it last may change. */
export interface BuiltPage extends PageRecord {
  readonly document: Document;
  readonly main: Element;
}

/**
 * Pages that stand for themselves: no error page, no single figure, no kept version. One after another, for a document
 * takes a hundred times the room of its text.
 */
export function* readPages(folder: string): Generator<BuiltPage> {
  const files = globSync("**/index.html", { cwd: folder }).map((file) => file.replaceAll("\\", "/"));
  for (const file of files.filter((file) => !/^(embed|v|pagefind)\//.test(file)).sort()) {
    const { document } = parseHTML(readFileSync(join(folder, file), "utf8"));
    const main = document.querySelector("main");
    const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
    if (!main || !canonical) throw new Error(`${file}: no <main> or no canonical address; use a layout`);
    const meta = document.querySelector('meta[name="description"]')?.getAttribute("content");
    yield {
      file,
      canonical,
      title: document.querySelector("h1")?.textContent?.trim() ?? document.title,
      name: document.title.replace(/ · Loss Map$/, ""),
      description: meta ?? "",
      document,
      main,
    };
  }
}

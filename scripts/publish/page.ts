import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";

/** A built page as those see it who read no screen: its address, what it says of itself, its text. */
export interface BuiltPage {
  /** `families/dice/index.html` */
  readonly file: string;
  readonly canonical: string;
  readonly title: string;
  /** What others call it, which for a paper is its authors and year. */
  readonly name: string;
  readonly description: string;
  readonly main: Element;
}

/** Pages that stand for themselves: no error page, no single figure, no kept version. */
export function readPages(folder: string): BuiltPage[] {
  return globSync("**/index.html", { cwd: folder })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !/^(embed|v|pagefind)\//.test(file))
    .sort()
    .map((file) => {
      const { document } = parseHTML(readFileSync(join(folder, file), "utf8"));
      const main = document.querySelector("main");
      const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
      if (!main || !canonical) throw new Error(`${file}: no <main> or no canonical address; use a layout`);
      const meta = document.querySelector('meta[name="description"]')?.getAttribute("content");
      return {
        file,
        canonical,
        title: document.querySelector("h1")?.textContent?.trim() ?? document.title,
        name: document.title.replace(/ · Loss Map$/, ""),
        description: meta ?? "",
        main: main as unknown as Element,
      };
    });
}

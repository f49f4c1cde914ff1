import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { type BuiltPage, pagesIn } from "./pages.ts";

/** A crawl of a built folder without a server: every address that a page names must lead to a file in it. */

interface Target {
  readonly element: string;
  readonly url: string;
}

const attributes = ["href", "src", "poster", "action", "xlink:href"];

function targetsOf(document: Document): Target[] {
  return [...document.querySelectorAll("[href], [src], [srcset], [poster], [action]")].flatMap((element) => {
    const single = attributes.map((name) => element.getAttribute(name));
    const set = (element.getAttribute("srcset") ?? "").split(",").map((part) => part.trim().split(/\s+/)[0]!);
    return [...single, ...set]
      .filter((url) => url !== null && url !== "")
      .map((url) => ({ element: element.localName, url: url! }));
  });
}

/** The addresses of one page that lead nowhere, each as `page: address: what is wrong`. */
export function danglingLinks(folder: string, base = "/"): string[] {
  const pages = pagesIn(folder);
  const documents = new Map(
    pages.map((page) => [page.path, parseHTML(page.html).document as unknown as Document]),
  );
  const anchors = new Map<string, Set<string>>();
  for (const [path, document] of documents) {
    anchors.set(path, new Set([...document.querySelectorAll("[id]")].map(({ id }) => id)));
  }
  const prefix = base.replace(/\/$/, "");

  function wrongWith({ url, element }: Target, page: BuiltPage): string | undefined {
    if (/^(mailto:|data:image\/|blob:)/.test(url)) return undefined;
    // Some proceedings still have no https address; following such a link is the reader's own request.
    if (/^https?:\/\/(?!localhost|127\.|\[)/.test(url))
      return URL.canParse(url) ? undefined : "not an address";
    if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return `${element} with a scheme that no page needs`;
    const full = new URL(url, `https://site.example${prefix}${page.path}`);
    if (full.hostname !== "site.example") return "an address of this machine";
    if (prefix !== "" && !full.pathname.startsWith(`${prefix}/`)) return `outside the base path ${base}`;
    const path = decodeURIComponent(full.pathname.slice(prefix.length));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return "no such file was built";
    const known = anchors.get(path);
    const fragment = decodeURIComponent(full.hash.slice(1));
    // A hash with `=` is the state of a figure, which the figure itself reads.
    if (known && fragment !== "" && !fragment.includes("=") && !known.has(fragment))
      return "no element of that id";
    return undefined;
  }

  return pages.flatMap((page) =>
    targetsOf(documents.get(page.path)!).flatMap((target) => {
      const wrong = wrongWith(target, page);
      return wrong ? [`${page.path}: ${target.url}: ${wrong}`] : [];
    }),
  );
}

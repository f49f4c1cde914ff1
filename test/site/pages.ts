import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./browser.ts";

/** Every page that was built, found in dist/ and not listed anywhere, so that a new page is tested at once. */

export interface BuiltPage {
  /** Its address under the site's root: `/families/dice/`, or `/404.html`. */
  readonly path: string;
  readonly html: string;
}

export function pagesIn(folder: string): readonly BuiltPage[] {
  return globSync("**/*.html", { cwd: folder })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.startsWith("pagefind/"))
    .sort()
    .map((file) => ({
      path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
      html: readFileSync(join(folder, file), "utf8"),
    }));
}

export const pages = pagesIn(dist);

/** `/families/dice/` and `/families/focal/` are of one kind, `/families/*`; an index is a kind of its own. */
export function kindOf(path: string): string {
  const [room, name] = path.split("/").filter((part) => part !== "");
  return room === undefined ? "/" : name === undefined ? path : `/${room}/*`;
}

/** The figures of a page, by their tags; a page that shows none is one of prose. */
export const figuresOf = ({ html }: BuiltPage): readonly string[] =>
  [...html.matchAll(/<live-figure [^>]*\bof="?([\w-]+)/g)].map(([, figure]) => figure!);

const bySize = pages.toSorted((a, b) => a.html.length - b.html.length);
const largest = new Map(bySize.map((page) => [kindOf(page.path), page]));
const shown = new Set([...largest.values()].flatMap(figuresOf));
/** A figure that stands on none of the largest pages has its own page looked at as well. */
const others = new Map(
  bySize.flatMap((page) =>
    figuresOf(page).flatMap((figure) => (shown.has(figure) ? [] : [[figure, page] as const])),
  ),
);

/** One page of each kind, the largest, because what breaks breaks there first, and so many more as show every figure. */
export const onePerKind: readonly BuiltPage[] = [...new Set([...largest.values(), ...others.values()])].sort(
  (a, b) => (a.path < b.path ? -1 : 1),
);

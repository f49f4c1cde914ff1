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

/** One page of each kind, the largest, because what breaks breaks there first. */
export const onePerKind: readonly BuiltPage[] = [
  ...pages
    .toSorted((a, b) => a.html.length - b.html.length)
    .reduce((kinds, page) => kinds.set(kindOf(page.path), page), new Map<string, BuiltPage>())
    .values(),
].sort((a, b) => (a.path < b.path ? -1 : 1));

import { parseHTML } from "linkedom";
import { test } from "vitest";
import { dist } from "./browser.ts";
import { danglingLinks } from "./links.ts";
import { expectNone } from "./none.ts";
import { pages } from "./pages.ts";

test("every link, picture, script and fragment of every page leads to something that was built", () => {
  const dangling = [...new Set(danglingLinks(dist))];
  expectNone(dangling);
});

test("every page but the review and the 404 can be reached by links from the review", () => {
  const links = new Map(
    pages.map(({ path, html }) => {
      const { document } = parseHTML(html);
      const hrefs = [...document.querySelectorAll("a[href], area[href]")].map((a) => a.getAttribute("href")!);
      return [path, hrefs.map((href) => new URL(href, `https://site.example${path}`).pathname)];
    }),
  );
  const reached = new Set(["/"]);
  // A set yields what is added to it while it is walked.
  for (const path of reached)
    for (const next of links.get(path) ?? []) if (links.has(next)) reached.add(next);
  const lost = pages
    .map(({ path }) => path)
    .filter((path) => !reached.has(path) && !/^\/(404|embed)/.test(path));
  expectNone(lost);
});

test("no page names an address of this machine, but where it explains npm start", () => {
  const found = pages.flatMap(({ path, html }) =>
    [...html.matchAll(/localhost(?!:4321)[:/]|127\.0\.0\.1/g)].map(([what]) => `${path}: ${what}`),
  );
  expectNone(found);
});

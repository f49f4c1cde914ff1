import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, type Site, serve } from "./browser.ts";
import { expectNone } from "./none.ts";
import { pages } from "./pages.ts";

/** What a figure shows first stands first in its document: the keys and a reading aid go as the eye goes. */

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await serve();
  browser = await launch("chromium");
});
afterAll(() => Promise.all([browser.close(), site.close()]));

const figures = pages.map(({ path }) => path).filter((path) => path.startsWith("/embed/"));

/** Parts of a figure that stand above the part before them. */
function upwards(): string[] {
  const parts = [...document.querySelectorAll<HTMLElement>("live-figure > *")]
    .map((part) => ({ name: part.className || part.localName, box: part.getBoundingClientRect() }))
    .filter(({ name, box }) => box.height > 1 && name !== "visually-hidden");
  return parts.flatMap(({ name, box }, k) => {
    const before = parts[k - 1];
    return before && box.top < before.box.top - 1 ? [`${name} stands above ${before.name}`] : [];
  });
}

test.each(figures.flatMap((path) => [360, 768, 1440].map((width) => ({ path, width }))))(
  "the parts of $path stand in their own order at $width pixels",
  async ({ path, width }) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.goto(site.url + path, { waitUntil: "load" });
    expectNone(await page.evaluate(upwards));
    await page.close();
  },
);

test("there are figures to look at", () => expect(figures.length).toBeGreaterThan(10));

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dist, launch, type Site, serve } from "./browser.ts";
import { everyKindIn } from "./every-kind.ts";
import { expectNone } from "./none.ts";
import { figuresOf, onePerKind, pages } from "./pages.ts";
import { sideways } from "./shape.ts";

everyKindIn("chromium");

test("the pages that are looked at in every way show every figure of the site", () => {
  const figures = readdirSync(join(dist, "embed"));
  const seen = new Set(onePerKind.flatMap(figuresOf));
  const live = pages.filter(({ path }) => path.startsWith("/embed/")).flatMap(figuresOf);
  expect(live.length).toBeGreaterThan(10);
  expectNone(live.filter((figure) => !seen.has(figure)));
  expectNone(live.filter((figure) => !figures.includes(figure)));
});

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

test("at 320 px no kind of page scrolls sideways in a local face either, while the fonts are on their way", async () => {
  const browser = await launch("chromium");
  const complaints: string[] = [];
  for (const { path } of onePerKind) {
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on("request", (request) =>
      request.url().endsWith(".woff2") ? request.abort() : request.continue(),
    );
    await page.setViewport({ width: 320, height: 800 });
    await page.goto(site.url + path, { waitUntil: "load" });
    complaints.push(...(await sideways(page)).map((complaint) => `${path}: ${complaint}`));
    await page.close();
  }
  await browser.close();
  expectNone(complaints);
});

import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, type Site, serve } from "./browser.ts";
import { awake, desk, figures, focus, says, tap, text } from "./figures.ts";
import { brotliBytes } from "./visit.ts";

/** The figures where something is missing: the script, or the line. */

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

describe("on a line that fails", () => {
  test("a figure whose code does not arrive says so and rests its controls", async () => {
    const browser = await launch("chromium");
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on("request", (request) =>
      /\/live\.[\w-]+\.js/.test(request.url()) ? request.abort() : request.continue(),
    );
    await page.goto(`${site.url}/embed/arena/`, { waitUntil: "load" });
    await focus(page, "#arena-share");
    await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent !== "");
    expect(await text(page, "[role=status]")).toMatch(/could not be loaded.* reload the page/);
    expect(await says(page)).toMatch(/could not be loaded/);
    expect(await page.$("live-figure[data-awake]")).toBeNull();
    expect(await page.$("fieldset:disabled")).not.toBeNull();
    await browser.close();
  });
});

describe("without a script", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch("chromium");
  });
  afterAll(() => browser.close());

  test.each(figures)("%s shows its finding, its charts, its words and its tables", async (figure) => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${site.url}/embed/${figure}/`, { waitUntil: "load" });
    const html = await page.content();
    expect(html).toMatch(/class="finding"[^>]*>[^<]{20,}</);
    expect(html).toMatch(/data-says[^>]*>[A-Z][^<]{20,}</);
    expect(html.match(/<svg/g)?.length).toBeGreaterThan(0);
    expect(html.match(/<table data-table/g)?.length).toBeGreaterThan(0);
    expect(html).not.toMatch(/>(true|false|undefined|NaN)</);
    expect(html).toMatch(/<fieldset[^>]* disabled/);
    await page.close();
  });

  test("the two-axis map lists all seven families in its table and opens every panel", async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${site.url}/embed/two-axis-map/`, { waitUntil: "load" });
    const html = await page.content();
    const table = html.slice(html.indexOf("<table data-table"));
    for (const title of [
      "ross-entropy",
      "Dice",
      "Generalised Dice",
      "Focal",
      "Lovász",
      "Tversky",
      "Focal Tversky",
    ])
      expect(table).toContain(title);
    expect(html.match(/data-panel="[a-z-]+"/g)?.length).toBe(8);
    expect(html.match(/aria-label="equation of [^"]+"><math/g)?.length).toBe(7);
    await page.close();
  });
});

describe("what the first touch costs", () => {
  test.each(figures)("%s brings at most 80 kB more script, compressed", async (figure) => {
    const browser = await launch("chromium");
    const page = await browser.newPage();
    await page.setViewport(desk);
    let bytes = 0;
    let counting = false;
    page.on("request", (request) => {
      if (counting && request.resourceType() === "script")
        bytes += brotliBytes(new URL(request.url()).pathname);
    });
    await page.goto(`${site.url}/embed/${figure}/`, { waitUntil: "networkidle0" });
    counting = true;
    await focus(page, "live-figure [data-width=wide] a, live-figure input");
    await awake(page);
    await browser.close();
    expect(bytes).toBeGreaterThan(500);
    expect(bytes).toBeLessThanOrEqual(80_000);
  });
});

describe("under a finger", () => {
  test("the first touch of a mark opens its panel, the second follows it", async () => {
    const browser = await launch("chromium");
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });
    await page.goto(`${site.url}/embed/two-axis-map/`, { waitUntil: "load" });
    const mark = "[data-width=narrow] a[data-family=tversky]";
    await tap(page, mark);
    await page.waitForSelector(".panel[data-panel=tversky][data-open]");
    expect(page.url()).toContain("/embed/two-axis-map/");
    await Promise.all([page.waitForNavigation(), tap(page, mark)]);
    expect(page.url()).toBe(`${site.url}/families/tversky/`);
    await browser.close();
  });
});

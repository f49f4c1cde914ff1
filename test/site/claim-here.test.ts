import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checks } from "../../src/checks/registry.ts";
import { engines, launch, type Site, serve } from "./browser.ts";
import { countSeeds, tap } from "./figures.ts";

/** A claim where it stands: its mark opens kind, sources and a button that runs the check of the page of claims. */

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

const places = [
  { path: "/", runs: "main p .mark.runs" },
  { path: "/families/dice/", runs: "main p .mark.runs" },
  { path: "/questions/dice-stuck-at-a-constant/", runs: "main .mark.runs" },
  { path: "/papers/salehi2017tversky/", runs: "main dd a.claim-link" },
  { path: "/choose/", runs: "main td a.claim-link[href$='absent-class-rules']" },
  { path: "/compare/", runs: "main a.claim-link.kind-mathematical" },
];

describe.each(engines)("in %s", (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  async function on(path: string, use: (page: Page) => Promise<void>) {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    try {
      await page.setViewport({ width: 1280, height: 800 });
      await page.evaluateOnNewDocument(countSeeds);
      await page.goto(site.url + path, { waitUntil: "load" });
      await use(page);
      expect(wrong).toEqual([]);
    } finally {
      await page.close();
    }
  }

  /** The first link that is seen, given a name that the test can ask for. */
  const pick = (page: Page, links: string) =>
    page.$$eval(links, (all) => {
      const link = (all as HTMLAnchorElement[]).find((one) => one.checkVisibility())!;
      link.dataset["picked"] = "";
      return link.hash.slice(1);
    });

  test.each(places)(
    "$path: a press opens the claim, Enter runs it, the seed can be typed, Escape closes",
    ({ path, runs }) =>
      on(path, async (page) => {
        const id = await pick(page, runs);
        expect(Object.keys(checks)).toContain(id);
        await page.focus("[data-picked]");
        await page.keyboard.press("Enter");
        const panel = ".claim-here";
        await page.waitForSelector(`${panel} button[data-run="${id}"]:focus`);
        expect(await page.$$eval(".card", (all) => all.length)).toBe(0);
        expect(await page.$eval(`${panel} a.kind`, (kind) => kind.textContent)).toMatch(/^[a-z]+$/);
        expect(await page.$$eval(`${panel} .facts a`, (all) => all.length)).toBeGreaterThan(1);
        await page.keyboard.press("Enter");
        await page.waitForSelector(`${panel} .ran[data-holds="true"]`);
        await page.$eval(`${panel} input[data-seed]`, (field) => {
          (field as HTMLInputElement).value = "12";
        });
        await page.focus(`${panel} input[data-seed]`);
        await page.keyboard.press("Enter");
        await page.waitForFunction(() =>
          /at seed 12\. .*comparison.*worst departure.*allowed.* ms\./s.test(
            document.querySelector(".claim-here .ran")?.textContent ?? "",
          ),
        );
        await page.keyboard.press("Escape");
        expect(await page.$$eval(`${panel}, .card`, (all) => all.length)).toBe(0);
        expect(
          await page.evaluate(() => document.activeElement?.matches('[data-picked][aria-expanded="false"]')),
        ).toBe(true);
        expect(new URL(page.url()).pathname).toBe(path);
      }),
  );

  test("a claim that is not run opens as well and says why, and Close closes it", () =>
    on("/", async (page) => {
      await pick(page, "main p .mark:not(.runs)");
      await page.$eval("[data-picked]", (mark) => mark.scrollIntoView({ block: "center" }));
      await page.click("[data-picked]");
      await page.waitForSelector(".claim-here:focus");
      expect(await page.$eval(".claim-here", (panel) => panel.textContent)).toMatch(/Not run here: /);
      expect(await page.$("button[data-run]:not(live-figure *)")).toBeNull();
      await page.click(".claim-here button");
      expect(await page.$$eval(".claim-here", (all) => all.length)).toBe(0);
    }));

  test("on a phone the opened claim stays within the page", () =>
    on("/", async (page) => {
      await page.setViewport({ width: 360, height: 740 });
      await pick(page, "main p .mark.runs");
      await page.focus("[data-picked]");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".claim-here button[data-run]:focus");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".claim-here .ran");
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }));
});

test("a finger opens a claim at the first touch", async () => {
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740, hasTouch: true, isMobile: true });
  await page.evaluateOnNewDocument(countSeeds);
  await page.goto(`${site.url}/families/dice/`, { waitUntil: "load" });
  await page.$eval("main p .mark.runs", (mark) => mark.scrollIntoView({ block: "center" }));
  await tap(page, "main p .mark.runs");
  await page.waitForSelector(".claim-here button[data-run]");
  expect(await page.$$eval(".card", (all) => all.length)).toBe(0);
  await tap(page, ".claim-here button[data-run]");
  await page.waitForSelector('.claim-here .ran[data-holds="true"]');
  await tap(page, "main p .mark.runs");
  await page.waitForFunction(() => !document.querySelector(".claim-here"));
  expect(new URL(page.url()).pathname).toBe("/families/dice/");
  await browser.close();
});

test("nothing of it is fetched before the first press, and where it cannot be had the link is followed", async () => {
  const browser = await launch("chromium");
  const page = await browser.newPage();
  const asked: string[] = [];
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    asked.push(new URL(request.url()).pathname);
    if (request.resourceType() === "xhr")
      void request.respond({ status: 503, contentType: "text/plain", body: "" });
    else void request.continue();
  });
  await page.goto(`${site.url}/families/dice/`, { waitUntil: "load" });
  expect(asked.filter((path) => /claim/.test(path))).toEqual([]);
  await page.focus("main p .mark.runs");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.pathname === "/claims/" && location.hash.length > 1);
  expect(asked.filter((path) => /claim-here/.test(path))).toHaveLength(1);
  await browser.close();
});

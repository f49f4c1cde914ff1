import { readFileSync } from "node:fs";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, type Site, serve } from "./browser.ts";
import { listen } from "./visit.ts";

/** What readers do with a page: choose a style, copy, read without citations, tell the maintainers. */

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
let site: Site;
let browser: Browser;
let page: Page;
let messages: string[];

beforeAll(async () => {
  site = await serve();
  browser = await launch("chromium");
  await browser.defaultBrowserContext().setPermission(
    site.url,
    {
      permission: { name: "clipboard-read" },
      state: "granted",
    },
    { permission: { name: "clipboard-write" }, state: "granted" },
  );
  page = await browser.newPage();
  messages = listen(page);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

// Nothing is on its way when the page is left for the next one: it would be given up, and say so.
const visit = (path: string) => page.goto(site.url + path, { waitUntil: "networkidle0" });
const copied = () => page.evaluate(() => navigator.clipboard.readText());
/** Clicks where a reader would, and waits until what was copied has changed. */
async function copyBy(selector: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
  await page.$eval(selector, (element) => (element as HTMLElement).click());
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "nothing yet");
  return copied();
}

test("the citation style is chosen once, shown on every page, and is what Copy copies", async () => {
  await visit("/papers/");
  const first = ".cite-work .styled";
  const shown = () => page.$eval(first, (element) => (element as HTMLElement).innerText);
  const apa = await shown();
  await page.click('[data-choose="vancouver"]');
  const vancouver = await shown();
  expect(apa).toContain("(2015)");
  expect(vancouver).not.toBe(apa);
  expect(await copyBy('.cite-work button[data-copies=".styled"]')).toBe(vancouver);
  await visit("/papers/long2015fcn/");
  expect(await shown()).toBe(vancouver);
  expect(await page.$eval('[data-choose="vancouver"]', (b) => b.getAttribute("aria-pressed"))).toBe("true");
  expect(await copyBy(".cite-work button[data-copy]")).toMatch(/^@inproceedings\{long2015fcn,/);
});

test("a link to a section, an equation and a claim can be copied, and so can an equation's TeX", async () => {
  await visit("/families/dice/");
  expect(await copyBy("main h2 > .anchor")).toBe(`${site.url}/families/dice/#what-it-scores`);
  expect(await copyBy("#equation-dice .anchor")).toBe(`${site.url}/families/dice/#equation-dice`);
  expect(await copyBy("#equation-dice .copy")).toMatch(/^1 - \\frac/);
  await visit("/claims/");
  const id = await page.$eval(".record", (record) => record.id);
  expect(await copyBy(".record .anchor")).toBe(`${site.url}/claims/#${id}`);
});

test("citations can be left out of the text, and the choice stays", async () => {
  await visit("/families/dice/");
  const visible = () =>
    page.$$eval("main .cite", (cites) => cites.filter((cite) => cite.checkVisibility()).length);
  expect(await visible()).toBeGreaterThan(3);
  await page.$eval(".reading-switch", (button) => (button as HTMLElement).click());
  expect(await visible()).toBe(0);
  await visit("/families/tversky/");
  expect(await visible()).toBe(0);
  await page.$eval(".reading-switch", (button) => (button as HTMLElement).click());
  expect(await visible()).toBeGreaterThan(3);
});

test("a note to the maintainers says the page with its state, the version and the words that were marked", async () => {
  await visit("/#arena.v=1&arena.share=99");
  const words = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector("#abstract")!);
    return getSelection()!.toString().trim();
  });
  const note = await copyBy("button[data-note]");
  expect(note).toContain(`Page: ${site.url}/#arena.v=1&arena.share=99`);
  expect(note).toContain(`Version: ${version}`);
  expect(note).toContain(`Words: ${words}`);
  expect(messages).toEqual([]);
});

import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, type Site, serve } from "./browser.ts";
import { axeFindings, listen } from "./visit.ts";

/** The search as a reader uses it: typed into its dialog, with the hit that ought to stand first. */

const queries: readonly (readonly [query: string, first: string])[] = [
  ["gamma", "/questions/focal-tversky-gamma/"],
  ["Salehi 2017", "/papers/salehi2017tversky/"],
  ["stuck at 0.67", "/questions/dice-stuck-at-a-constant/"],
  ["my Dice is stuck at 0.67", "/questions/dice-stuck-at-a-constant/"],
  ["α false positive", "/papers/salehi2017tversky/"],
  ["tversky", "/families/tversky/"],
  ["dice loss", "/families/dice/"],
  ["focal", "/families/focal/"],
  ["focal tversky", "/families/focal-tversky/"],
  ["generalised dice", "/families/generalised-dice/"],
  ["cross-entropy", "/families/soft-cross-entropy/"],
  ["lovasz softmax", "/families/lovasz-softmax/"],
  ["smooth", "/questions/what-does-smooth-do/"],
  ["soft labels", "/questions/soft-labels/"],
  ["negative dice", "/questions/negative-dice-loss/"],
  ["softmax twice", "/questions/softmax-twice-or-never/"],
  ["mixed precision", "/questions/dice-infinite-in-mixed-precision/"],
  ["nan half precision", "/questions/focal-nan-half-precision/"],
  ["batch size", "/questions/loss-changes-with-batch-size/"],
  ["squared denominator", "/questions/squared-denominator/"],
  ["MONAI", "/libraries/monai/"],
  ["V-Net", "/papers/milletari2016vnet/"],
  ["Ma 2021", "/papers/ma2021lossodyssey/"],
  ["Berman", "/papers/berman2018lovasz/"],
  ["clDice", "/papers/shit2021cldice/"],
  ["boundary loss", "/papers/kervadec2019boundary/"],
  ["unified focal", "/papers/yeung2022unified/"],
  ["how to cite", "/cite/"],
  ["what does not add up", "/discrepancies/"],
  ["glossary", "/glossary/"],
  ["errata", "/changes/"],
  ["weight of a false negative", "/questions/tversky-alpha-beta-swapped/"],
  ["choose a loss", "/choose/"],
  ["should I apply softmax before dice loss", "/questions/softmax-twice-or-never/"],
  ["softmax before dice", "/questions/softmax-twice-or-never/"],
  ["model predicts only background", "/questions/high-dice-only-background/"],
  ["iou high but nothing predicted", "/questions/high-dice-only-background/"],
  ["validation dice different batch size", "/questions/loss-changes-with-batch-size/"],
  ["empty mask dice loss", "/questions/empty-mask/"],
  ["gdl nan missing class", "/questions/generalised-dice-absent-class/"],
  ["small object ignored", "/questions/which-loss-for-thin-structures/"],
  ["loss not decreasing stuck at 1.0", "/questions/dice-stuck-at-a-constant/"],
  ["loss is nan with fp16 amp", "/questions/focal-nan-half-precision/"],
  ["lovasz loss not converging", "/questions/lovasz-worse-than-cross-entropy/"],
  ["dice goes negative during training", "/questions/negative-dice-loss/"],
  ["keras tversky alpha beta swapped", "/questions/tversky-alpha-beta-swapped/"],
  ["why does tversky miss more when beta bigger", "/questions/tversky-alpha-beta-swapped/"],
  ["cracks broken into pieces", "/questions/which-loss-for-thin-structures/"],
  ["nan in half precision amp", "/questions/focal-nan-half-precision/"],
  ["soft labels between 0 and 1", "/questions/soft-labels/"],
  ["bce dice combo weights not working", "/questions/weights-and-background-in-compound-losses/"],
  ["focal loss not better than ce", "/questions/which-gamma/"],
  ["ignore label 255", "/questions/ignored-pixels-change-the-loss/"],
  ["thin vessels which loss", "/questions/which-loss-for-thin-structures/"],
];

let site: Site;
let browser: Browser;
let page: Page;
let messages: string[];
beforeAll(async () => {
  site = await serve();
  browser = await launch("chromium");
  page = await browser.newPage();
  messages = listen(page);
  await page.goto(`${site.url}/changes/`, { waitUntil: "load" });
});
afterAll(() => Promise.all([browser.close(), site.close()]));

async function openWithKeys(): Promise<void> {
  if (await page.$(".search[open]")) return;
  await page.keyboard.down("Control");
  await page.keyboard.press("k");
  await page.keyboard.up("Control");
  await page.waitForSelector(".search[open]");
}

/**
 * Gives the whole query at once and waits for its results: typed, a slow hand would be shown those of its beginning as
 * well. The field is emptied first, so that old ones cannot pass for new.
 */
async function search(query: string): Promise<string[]> {
  await openWithKeys();
  await page.$eval(".search input", (field) => {
    (field as HTMLInputElement).value = "";
    field.dispatchEvent(new Event("input"));
  });
  await page.focus(".search input");
  await page.keyboard.sendCharacter(query);
  await page.waitForFunction(() => document.querySelector(".search [role=status]")?.textContent !== "");
  return page.$$eval(".search li a", (links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
}

test("asks for nothing before it is used, opens with the keyboard, and says how much it found", async () => {
  const loaded = () =>
    page.evaluate(
      () => performance.getEntriesByType("resource").filter(({ name }) => name.includes("pagefind")).length,
    );
  expect(await loaded()).toBe(0);
  await openWithKeys();
  expect(await page.evaluate(() => document.activeElement?.matches(".search input"))).toBe(true);
  expect((await search("tversky")).length).toBe(8);
  expect(await page.$eval(".search [role=status]", (status) => status.textContent)).toMatch(/^\d+ pages\.$/);
  expect(await loaded()).toBeGreaterThan(0);
  expect(await axeFindings(page)).toEqual([]);
});

test("follows what is typed to its last letter", async () => {
  await search("dice loss");
  await page.$eval(".search input", (field) => (field as HTMLInputElement).select());
  await page.keyboard.type("tversky");
  await page.waitForFunction(
    () => document.querySelector<HTMLAnchorElement>(".search li a")?.pathname === "/families/tversky/",
  );
});

test("works without a network once it was loaded", async () => {
  await page.waitForSelector(".search[data-kept]");
  await page.setOfflineMode(true);
  try {
    expect((await search("tversky"))[0]).toBe("/families/tversky/");
    expect((await search("surrogate"))[0]).toBeDefined();
  } finally {
    await page.setOfflineMode(false);
  }
});

test.each(queries)("%s finds %s first", async (query, first) => {
  expect((await search(query))[0]).toBe(first);
});

test("is walked with the arrow keys, and Escape gives the focus back", async () => {
  await search("dice loss");
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toContain("Dice loss");
  await page.keyboard.press("ArrowUp");
  expect(await page.evaluate(() => document.activeElement?.matches(".search input"))).toBe(true);
  await page.keyboard.press("Escape");
  await page.waitForSelector(".search:not([open])");
  expect(messages).toEqual([]);
});

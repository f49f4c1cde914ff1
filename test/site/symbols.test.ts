import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines, launch, type Site, serve } from "./browser.ts";

/** Symbols that answer, by keyboard: from a paper's equation to the words, on to the control, and back. */

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

const active = (page: Page) =>
  page.evaluate(() => ({
    id: document.activeElement?.id ?? "",
    href: document.activeElement?.getAttribute("href") ?? "",
  }));

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page: Page, wanted: (focus: { id: string; href: string }) => boolean, most = 8) {
  for (let k = 0; k < most && !wanted(await active(page)); k++) await page.keyboard.press("Tab");
  expect(await active(page)).toSatisfy(wanted);
}

describe.each(engines)("in %s", (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  test("a paper's letter leads to its words, they to the control that moves it, and its label back", async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/papers/salehi2017tversky/`, { waitUntil: "load" });
    await page.focus("#equation-index .math-display");
    for (let k = 0; k < 4; k++) await page.keyboard.press("ArrowRight");
    const lit = await page.$eval("#equation-index .lit", (symbol) => symbol.getAttribute("data-symbol"));
    expect(lit).toBe("falseNegative");
    expect(await page.$eval(".symbol-status", (status) => status.textContent)).toMatch(
      /weight of a false negative/,
    );
    await page.keyboard.press("Enter");
    const words = "symbol-tversky-falseNegative";
    await page.waitForFunction(
      (id) => location.hash === `#${id}` && document.readyState === "complete",
      {},
      words,
    );
    await tabTo(page, ({ href }) => href.endsWith("/#tversky-dial-beta"));
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      () => location.hash === "#tversky-dial-beta" && document.readyState === "complete",
    );
    await tabTo(page, ({ id }) => id === "tversky-dial-beta", 2);
    // The equations of this page answer to the control.
    expect(
      await page.$$eval("math .lit", (all) => all.map((one) => one.getAttribute("data-symbol"))),
    ).toEqual(["falseNegative", "falseNegative"]);
    await page.keyboard.down("Shift");
    await tabTo(page, ({ href }) => href.endsWith(`/families/tversky/#${words}`));
    await page.keyboard.up("Shift");
    await page.keyboard.press("Enter");
    await page.waitForFunction((id) => location.hash === `#${id}`, {}, words);
    await page.close();
  });

  test("an equation of the review leads to the control on the same page", async () => {
    const page = await browser.newPage();
    await page.goto(site.url, { waitUntil: "load" });
    await page.focus("#equation-tversky .math-display");
    for (let k = 0; k < 2; k++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const moved = await page.evaluate(() => document.activeElement?.getAttribute("data-moves"));
    expect(moved).toContain("tversky.falsePositive");
    await page.close();
  });
});

import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines, launch, type Site, serve } from "./browser.ts";
import { countSeeds } from "./figures.ts";

/**
 * What a reader follows by keyboard: from a tie of the map to its proof, its check and the paper's equation and back to
 * the same place; from a symbol to its words, on to the control that moves it, and back.
 */

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

  test("a tie, its proof, its check, the paper's equation, and back to the same place", async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(countSeeds);
    const state = "#literature-map.v=1&literature-map.view=years&literature-map.papers=on";
    await page.goto(`${site.url}/map/${state}`, { waitUntil: "load" });
    const tie = "tversky-reduces-to-dice";
    const panel = `.panel[data-panel="${tie}"]`;
    const focus = (selector: string) =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    /** Presses a key until what is wanted has the focus; a key that never leads there fails. */
    const press = async (key: "Tab" | "ArrowRight" | "ArrowDown", selector: string, most: number) => {
      for (let k = 0; k < most && !(await focus(selector)); k++) await page.keyboard.press(key);
      expect(await focus(selector), `${key} leads to ${selector}`).toBe(true);
    };
    await page.waitForSelector('.literature-views[data-view="years"][data-papers]');
    await page.focus('input[data-control="papers"]');
    await press("Tab", 'svg.literature [tabindex="0"]', 8);
    await press("ArrowRight", '[data-mark="node-tversky"]', 40);
    await press("ArrowDown", `[data-mark="${tie}"]`, 20);
    await page.keyboard.press("Enter");
    await page.waitForFunction((wanted) => document.activeElement?.matches(wanted), {}, panel);
    expect(await page.$$eval(`${panel} .proof li`, (lines) => lines.length)).toBe(3);
    await press("Tab", `${panel} button[data-run]`, 6);
    await page.keyboard.press("Enter");
    await page.waitForSelector(`${panel} .ran[data-holds="true"]`);
    await press("Tab", `${panel} a[href*="#equation-"]`, 8);
    // The address follows when the reader pauses.
    await page.waitForFunction((name) => location.hash.includes(`chosen=${name}`), {}, tie);
    await page.evaluate(() =>
      addEventListener("pagehide", () => sessionStorage.setItem("left", String(scrollY))),
    );
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      () => location.pathname.startsWith("/papers/") && document.readyState === "complete",
    );
    const there = await page.evaluate(() => ({ path: location.pathname, anchor: location.hash }));
    expect(there.path).toBe("/papers/salehi2017tversky/");
    const equation = await page.$eval(there.anchor, (target) => target.textContent ?? "");
    expect(equation).toMatch(/Tversky index/i);
    await page.evaluate(() => void setTimeout(() => history.back(), 0));
    await page.waitForFunction(() => location.pathname === "/map/");
    await page.waitForFunction(
      (name) => document.querySelector(".panel[data-open]")?.getAttribute("data-panel") === name,
      {},
      tie,
    );
    const kept = '.literature-views[data-view="years"][data-papers]';
    expect(await page.$(kept), "the view and the layer of papers are kept").not.toBeNull();
    await page.waitForFunction(() => Math.abs(scrollY - Number(sessionStorage.getItem("left"))) < 80);
    await page.waitForFunction(
      (wanted) =>
        document.activeElement?.closest(wanted) !== null && document.activeElement !== document.body,
      {},
      panel,
    );
    await page.close();
  });

  test("a paper's letter leads to its words, they to the control that moves it, and its label back", async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/papers/salehi2017tversky/`, { waitUntil: "load" });
    await page.focus("#equation-index .math-display");
    // The index, its two sets and the other weight stand before it, each one step however often it is written.
    for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowRight");
    const lit = await page.$$eval("#equation-index .lit", (all) =>
      all.map((symbol) => symbol.getAttribute("data-symbol")),
    );
    expect(lit).toEqual(["falseNegative", "falseNegative"]);
    expect(await page.$eval(".symbol-status", (status) => status.textContent)).toMatch(
      /weight of a false negative/,
    );
    await page.keyboard.press("Enter");
    expect((await active(page)).id).toBe("symbol-salehi2017tversky-falseNegative");
    // The entry lights its symbol in every equation of the page.
    expect(
      await page.$$eval("math .lit", (all) => new Set(all.map((one) => one.closest("figure")?.id)).size),
    ).toBe(3);
    const words = "symbol-tversky-falseNegative";
    await tabTo(page, ({ href }) => href.endsWith(`/families/tversky/#${words}`), 2);
    await tabTo(page, ({ href }) => href.endsWith("/#tversky-dial-beta"), 1);
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      () => location.hash === "#tversky-dial-beta" && document.readyState === "complete",
    );
    await tabTo(page, ({ id }) => id === "tversky-dial-beta", 2);
    // The equations of this page answer to the control: two of the text and two of the map's panels.
    expect(
      await page.$$eval("math .lit", (all) => all.map((one) => one.getAttribute("data-symbol"))),
    ).toEqual(Array.from({ length: 4 }, () => "falseNegative"));
    await page.keyboard.down("Shift");
    await tabTo(page, ({ href }) => href.endsWith(`/families/tversky/#${words}`));
    await page.keyboard.up("Shift");
    await page.keyboard.press("Enter");
    await page.waitForFunction((id) => location.hash === `#${id}`, {}, words);
    await page.close();
  });

  test("a letter that no loss of this site has leads to its words on the same page, and they lead back", async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/papers/shit2021cldice/`, { waitUntil: "load" });
    await page.focus("#equation-cldice .math-display");
    for (let k = 0; k < 2; k++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect((await active(page)).id).toBe("symbol-shit2021cldice-predicted-skeleton");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.closest("figure")?.id)).toBe("equation-cldice");
    const lit = await page.$$eval("#equation-cldice .lit", (all) => all.map((one) => one.textContent));
    expect(lit).toHaveLength(2);
    await page.close();
  });

  test("a formula in the prose of a family and the equation of a figure's panel answer to the arrow keys", async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/families/dice/`, { waitUntil: "load" });
    await page.focus("figure.equation:not([id]) .math-display");
    for (let k = 0; k < 3; k++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect((await active(page)).id).toBe("symbol-dice-fn");
    await page.goto(`${site.url}/embed/two-axis-map/`, { waitUntil: "load" });
    await page.$$eval('.picture a[data-family="tversky"]', (marks) => {
      for (const mark of marks) if (mark instanceof SVGElement && mark.checkVisibility()) mark.focus();
    });
    await page.waitForSelector('[data-panel="tversky"][data-open]');
    await page.focus('[data-panel="tversky"] .math-display');
    for (let k = 0; k < 2; k++) await page.keyboard.press("ArrowRight");
    expect(await page.$eval(".symbol-status", (status) => status.textContent)).toMatch(
      /weight of a false positive/,
    );
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

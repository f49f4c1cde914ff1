import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines, launch, type Site, serve } from "./browser.ts";
import { frames } from "./figures.ts";
import { onePerKind } from "./pages.ts";

/** Content on hover or focus (WCAG 1.4.13): dismissible with Escape, hoverable, persistent; on every kind of page. */

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

// A kept edition of the review has no script, and its triggers stay the links that they are.
const withCards = onePerKind
  .filter(({ path }) => !path.startsWith("/v/"))
  .filter(({ html }) => /<a[^>]*\s(data-card=|class="(term|num|mark))/.test(html))
  .map(({ path }) => path);

test("there are pages with cards", () => {
  expect(withCards).toContain("/");
});

/** Runs before the page's own scripts: their timers wait until the test lets the time pass, however slow its hand is. */
function holdTimers(): void {
  const waiting = new Map<number, () => void>();
  let last = 0;
  const hold = (work: () => void) => {
    waiting.set(++last, work);
    return last;
  };
  const pass = () => {
    for (const [id, work] of [...waiting]) if (waiting.delete(id)) work();
  };
  Object.assign(globalThis, { setTimeout: hold, clearTimeout: (id: number) => waiting.delete(id), pass });
}
const pass = (page: Page) => page.evaluate(() => (globalThis as unknown as { pass: () => void }).pass());

describe.each(engines)("in %s", (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  const open = (page: Page) => page.evaluate(() => document.querySelectorAll(".card").length);

  /** One trigger of each sort: a citation, a number, a term look alike to the script and not to the reader. */
  function triggers(page: Page): Promise<string[]> {
    return page.evaluate(() => {
      const sorts = new Map<string, HTMLElement>();
      for (const link of document.querySelectorAll<HTMLElement>(
        "main a[data-card], main :is(.term, .num, .mark)[title]",
      )) {
        const sort = link.className.split(" ")[0] || link.parentElement?.className.split(" ")[0] || "link";
        if (link.checkVisibility() && !sorts.has(sort)) sorts.set(sort, link);
      }
      for (const [sort, link] of sorts) link.dataset["try"] = sort;
      return [...sorts.keys()];
    });
  }

  test.each(withCards)("%s: every sort of card", async (path) => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(holdTimers);
    await page.goto(site.url + path, { waitUntil: "load" });
    for (const sort of await triggers(page)) {
      const selector = `a[data-try="${sort}"]`;
      await page.$eval(selector, (link) => link.scrollIntoView({ block: "center" }));
      // To scroll closes a card, and the page hears of it with the next frame.
      await frames(page);
      await page.mouse.move(1, 1);

      // Persistent and hoverable: it opens on hover and stays while the pointer moves onto it and rests there.
      await page.hover(selector);
      await page.waitForSelector(".card");
      const card = (await page.$(".card"))!;
      const box = (await card.boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
      await frames(page);
      await pass(page);
      expect([sort, await open(page)]).toEqual([sort, 1]);

      // Dismissible: Escape closes it without moving the pointer.
      await page.keyboard.press("Escape");
      await frames(page);
      expect([sort, await open(page)]).toEqual([sort, 0]);

      // And it opens on focus from the keyboard, names itself to the trigger, and Escape leaves the focus there.
      await page.mouse.move(1, 1);
      await page.keyboard.press("Shift");
      await page.focus(selector);
      await page.waitForSelector(".card");
      expect(await page.$eval(selector, (link) => link.getAttribute("aria-describedby"))).toBe("card");
      await page.keyboard.press("Escape");
      expect([sort, await open(page)]).toEqual([sort, 0]);
      expect(await page.$eval(selector, (link) => document.activeElement === link)).toBe(true);
    }
    await page.close();
  });
});

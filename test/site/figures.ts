import type { Page } from "puppeteer-core";

/** How a reader's hand works a figure, and what it then shows. */

export const desk = { width: 1280, height: 900 };
export const figures = ["two-axis-map", "reference-panel", "arena", "tversky-dial"];
export const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element.textContent ?? "").replace(/\s+/g, " ").trim());
export const hash = (page: Page) => page.evaluate(() => decodeURIComponent(location.hash));
export const says = (page: Page) => text(page, "[data-says]");

/** Sets a native input as a reader's hand does: the value, then the event. */
export function turn(page: Page, control: string, value: string): Promise<void> {
  return page.$eval(
    `input[data-control="${control}"]`,
    (input, to) => {
      (input as HTMLInputElement).value = to;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    },
    value,
  );
}

/** Puppeteer focuses HTML only; the map's marks are links within SVG. */
export const focus = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement | SVGElement).focus());
export const awake = (page: Page) => page.waitForSelector("live-figure[data-awake]");
/**
 * A press that cannot miss. Where a pointer is not what is asked about, it has no place to aim at: what it would press
 * may still move, with a late face or a link's way to its figure, between the look and the press.
 */
export const press = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).click());

/** Runs before the page's own scripts: fresh seeds are 1, 2, 3 and so on, no two alike and the same every time. */
export function countSeeds(): void {
  let last = 0;
  Object.assign(crypto, { getRandomValues: (list: Uint32Array) => list.fill(++last) });
}

/** A finger's tap, down and up sent at once: a busy page between them would make a long press of it. */
export async function tap(page: Page, selector: string): Promise<void> {
  const mark = (await page.waitForSelector(selector))!;
  await mark.scrollIntoView();
  await frames(page);
  const point = await mark.clickablePoint();
  const devtools = await page.createCDPSession();
  await Promise.all([
    devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] }),
    devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] }),
  ]);
}

/** After two frames what was scrolled has said so, and what was asked for in between is drawn. */
export const frames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The faces are there, and a link to a figure has led to it: nothing on the page moves by itself from now on. */
export const still = (page: Page) => page.evaluate(() => document.fonts.ready.then(() => undefined));

/** The address follows when the reader pauses, on a busy machine between two keys as well: this is its last word. */
export const addressed = (page: Page, wanted: string) =>
  page.waitForFunction((hash) => decodeURIComponent(location.hash) === decodeURIComponent(hash), {}, wanted);

/** The address and the live region follow when the reader pauses; of one move, for `addressed` knows what follows several. */
export const settled = (page: Page) => page.waitForFunction(() => location.hash.includes(".v="));

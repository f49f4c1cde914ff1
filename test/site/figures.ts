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
/** The address and the live region follow when the reader pauses. */
export const settled = (page: Page) => page.waitForFunction(() => location.hash.includes(".v="));

import { parseHTML } from "linkedom";
import { expect } from "vitest";
import type { Sheet } from "../../src/plots/svg.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

export const sheet = (width: number, prefix = "test"): Sheet => ({ document, width, prefix });

/** One element a line, so that a snapshot is read and compared as text. */
export const lines = (svg: Element): string => `${svg.toString().replaceAll("><", ">\n<")}\n`;

/** What the page asks of every chart: a name, no style of its own, nothing named within, no NaN drawn. */
export function expectFit(svg: Element, role = "img"): void {
  expect(svg.getAttribute("role")).toBe(role);
  expect(svg.getAttribute("aria-label")).toMatch(/\w+ \w+/);
  expect(svg.querySelectorAll("style, [style], g[aria-label], g[aria-description]").length).toBe(0);
  expect(svg.toString()).not.toMatch(/NaN|undefined|Infinity/);
}

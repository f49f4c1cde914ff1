import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writePng } from "../experiments/png-writer.ts";
import { launch, type Site, serve } from "./browser.ts";
import { press } from "./figures.ts";
import { listen } from "./visit.ts";

/** A mask as logs have it: two lines so far apart that no window of the gradient view holds both. */

const [width, height] = [800, 600];
const values = Uint8Array.from({ length: width * height }, (_, i) => {
  const x = i % width;
  return x >> 1 === 25 ? 1 : x >> 1 === 350 ? 2 : 0;
});
const data = Buffer.from(writePng({ width, height, values, depth: 8 })).toString("base64");

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

const textOf = (page: Page, selector: string) => page.$eval(selector, ({ textContent }) => textContent ?? "");

test("curves far apart are heard on the one in the window, trained on both, and taken along", async () => {
  const browser = await launch("chromium");
  const page = await browser.newPage();
  const messages = listen(page);
  await page.evaluateOnNewDocument(() => {
    // The policy lets no page fetch its own downloads, so the test keeps the last ones that were offered.
    const offered = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (given: Blob) => {
      Object.assign(globalThis, { [given.type]: given });
      return offered(given);
    };
  });
  await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
  await page.evaluate((encoded) => {
    const files = new DataTransfer();
    files.items.add(new File([Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0))], "mask.png"));
    const field = document.querySelector<HTMLInputElement>("input[type=file]")!;
    field.files = files.files;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }, data);
  await page.waitForFunction(() => document.querySelectorAll("[data-voices] canvas").length === 14);
  expect(await textOf(page, "[data-window]")).toMatch(/: value 2 lies outside it and is not heard here\.$/);
  expect(await textOf(page, "#own-mask [data-says]")).toMatch(/^Of the pull on the logits, \d+ percent/);
  expect(await textOf(page, "[data-shapes]")).toBe(
    "The training sees 800 × 100 pixels from column 0 and row 0 on: values 1 and 2.",
  );

  await press(page, "[data-run]");
  await page.waitForFunction(() => /^10 trained/.test(document.querySelector("[data-status]")!.textContent!));
  const [csv, json] = await page.evaluate(() => {
    const kept = globalThis as unknown as Record<string, Blob>;
    return Promise.all([kept["text/csv"]!.text(), kept["application/json"]!.text()]);
  });
  const taken = JSON.parse(json);
  expect(taken).toMatchObject({ version: 1, plans: [{ steps: 200, seeds: [1] }] });
  expect(taken.geometry).toMatchObject({ "mask-width": width, "frame-height": 100, values: "1 2" });
  expect(taken.plans[0]).not.toHaveProperty("share");
  expect(taken.lines.map(({ row }: { row: string }) => row)).toEqual(taken.plans[0].rows);
  expect(taken.lines).toHaveLength(10);
  expect(csv.split("\n")).toHaveLength(11);
  for (const { weights } of taken.lines) expect(csv).toContain(weights);
  expect(await page.$eval("a[data-download=csv]", ({ href }) => href)).toMatch(/^blob:/);
  expect(messages).toEqual([]);
  await browser.close();
});

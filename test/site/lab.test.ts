import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asCsv, asJson } from "../../src/experiments/download.ts";
import { defaultProtocol, rows } from "../../src/experiments/protocol.ts";
import { linesOf } from "../../src/experiments/table.ts";
import { chunk, header, signature, writePng } from "../experiments/png-writer.ts";
import { engines, launch, type Site, serve } from "./browser.ts";
import { press, still } from "./figures.ts";
import { listen } from "./visit.ts";

/** The lab's three pages under a reader's hand: files good and bad, a frame that is dragged, a run like Node's. */

/** A frame with two thin lines of curve on paper. */
const [width, height] = [96, 64];
const values = Uint8Array.from({ length: width * height }, (_, i) => {
  const x = i % width;
  return x === 30 || x === 31 ? 1 : x === 60 ? 2 : 0;
});
const good = { width, height, values, depth: 8, colour: 3, palette: 3 } as const;
const whole = writePng(good);
const bytes = (text: string) => new TextEncoder().encode(text);
const broken = whole.slice();
broken[whole.length - 14]! ^= 1;

const hostile: readonly (readonly [name: string, data: Uint8Array, sentence: RegExp])[] = [
  ["notes.png", bytes("these are notes"), /^the file is no image that this page knows; give a label image/],
  ["empty.png", new Uint8Array(0), /^the file is empty; give a label image/],
  ["drawing.svg", bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), /^the file is markup \(SVG, perhaps\)/],
  ["cut.png", whole.slice(0, whole.length - 30), /truncated/],
  ["checksum.png", broken, /checksum/],
  [
    "index.png",
    writePng({ ...good, palette: 2 }),
    /row \d+, column \d+ has palette index 2, but the palette has 2 colours; save the file again$/,
  ],
  [
    "photo.png",
    writePng({ width: 32, height: 1, values: Uint8Array.from({ length: 32 }, (_, i) => i), depth: 8 }),
    /^the image has more than 16 classes; merge some of them, or give a label image if this is a photograph$/,
  ],
  [
    "huge.png",
    Buffer.concat([signature, header(5000, 5000, 8, 0, 0), chunk("IEND", new Uint8Array(0))]),
    /at most 4096 × 4096 pixels are read/,
  ],
];

let site: Site;
const folder = mkdtempSync(join(tmpdir(), "lossmap-lab-"));
beforeAll(async () => {
  site = await serve();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  return site.close();
});

const file = (name: string, data: Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
};
const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element.textContent ?? "").trim());

describe.each(engines)("in %s", (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  /** Opens a page, does something there, and hands back what the page complained of. */
  async function on(path: string, work: (page: Page) => Promise<void>): Promise<string[]> {
    const page = await browser.newPage();
    const messages = listen(page);
    await page.evaluateOnNewDocument(() => {
      // The policy lets no page fetch its own downloads, so the test keeps the last that was offered of each type.
      const offered = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (given: Blob) => {
        Object.assign(globalThis, { [given.type]: given });
        return offered(given);
      };
      document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    try {
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(site.url + path, { waitUntil: "load" });
      await work(page);
      return messages;
    } finally {
      await page.close();
    }
  }

  async function choose(page: Page, name: string, data: Uint8Array) {
    const field = await page.$("input[type=file]");
    await field!.uploadFile(file(name, data));
  }

  test("every hostile file is refused with its sentence, and the next good one is read", async () => {
    const messages = await on("/lab/mask/", async (page) => {
      await page.focus("input[type=file]");
      await page.waitForSelector("live-figure[data-awake]");
      for (const [name, data, sentence] of hostile) {
        await page.$eval("[data-refusal]", (place) => {
          place.textContent = "";
        });
        await choose(page, name, data);
        await page.waitForFunction(() => document.querySelector("[data-refusal]")!.textContent !== "");
        expect(await textOf(page, "[data-refusal]"), name).toMatch(sentence);
        expect(await page.$eval("[data-report]", (report) => (report as HTMLElement).hidden)).toBe(true);
      }
      await choose(page, "interlaced.png", writePng({ ...good, depth: 2, interlaced: true, palette: 3 }));
      await page.waitForSelector("[data-report]:not([hidden])");
      expect(await textOf(page, "[data-refusal]")).toBe("");
      const told = await page.$$eval('[data-table="0"] tbody tr', (lines) =>
        lines.map((line) => [...line.children].map((cell) => cell.textContent)),
      );
      expect(told.map((row) => [...row.slice(0, 3), row[6]])).toEqual([
        ["0, the background", "5952", "96.88", "3"],
        ["1", "128", "2.08", "1"],
        ["2", "64", "1.04", "1"],
      ]);
      expect(told.slice(1).map((row) => row[3])).toEqual(["2", "1"]);
      await page.waitForFunction(() => document.querySelectorAll("[data-voices] canvas").length === 14);
    });
    expect(messages).toEqual([]);
  });

  test("the prediction follows a drag, and what the losses say follows it", async () => {
    const messages = await on("/lab/gradients/", async (page) => {
      const before = await textOf(page, "[data-voices]");
      const frame = (await page.$("[data-prediction]"))!;
      await still(page);
      await frame.scrollIntoView();
      const box = (await frame.boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.waitForSelector("live-figure[data-awake]");
      await page.mouse.move(x + 1, y);
      await page.mouse.move(x + box.width / 16, y, { steps: 4 });
      await page.mouse.up();
      await page.waitForFunction(
        (old) => (document.querySelector("[data-voices]")?.textContent ?? "").trim() !== old,
        {},
        before,
      );
      const shift = await page.$eval("input[type=range][data-control=shift]", (input) => Number(input.value));
      expect(shift).toBeGreaterThan(4);
      await page.waitForFunction(() => location.hash.includes("gradients.shift="));
    });
    expect(messages).toEqual([]);
  });

  test("what a small run on the page offers is the text that the command prints in Node", async () => {
    const [share, steps, seeds] = [0.8, 20, [1, 2]];
    const plan = { ...defaultProtocol, steps, shares: [share], seeds, rows: rows.map(({ id }) => id) };
    const lines = seeds.flatMap((seed) => [...linesOf(plan, seed)]);
    const address = `/lab/#lab.v=1&lab.share=${share}&lab.steps=${steps}&lab.seeds=${seeds.length}`;
    const messages = await on(address, async (page) => {
      await page.waitForSelector("#lab live-figure[data-awake]");
      await press(page, "#lab [data-run]");
      await page.waitForSelector("#lab [data-downloads]:not([hidden])");
      await page.waitForFunction(() =>
        /^20 trained/.test(document.querySelector("#lab [data-status]")?.textContent ?? ""),
      );
      const offered = (type: string) =>
        page.evaluate((of) => (globalThis as unknown as Record<string, Blob>)[of]!.text(), type);
      expect(await offered("text/csv")).toBe(asCsv([plan], lines));
      expect(await offered("application/json")).toBe(asJson([plan], lines));
    });
    expect(messages).toEqual([]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writePng } from "../experiments/png-writer.ts";
import { engines, launch, type Site, serve } from "./browser.ts";
import { frames, press } from "./figures.ts";
import { listen } from "./visit.ts";

/** One file after another: nothing of the one before stays, neither in sight nor at work. */

const [width, height] = [48, 40];
const column = (at: number, value: number) =>
  Uint8Array.from({ length: width * height }, (_, i) => (i % width === at ? value : 0));
const folder = mkdtempSync(join(tmpdir(), "lossmap-next-"));
const kept = (name: string, data: Uint8Array | string) => {
  writeFileSync(join(folder, name), data);
  return join(folder, name);
};
const first = kept("first.png", writePng({ width, height, values: column(9, 1), depth: 8 }));
const second = kept("second.png", writePng({ width, height, values: column(20, 5), depth: 8 }));
const drawing = kept("drawing.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await site.close();
});

const textOf = (page: Page, selector: string) => page.$eval(selector, ({ textContent }) => textContent ?? "");
const axisOf = (page: Page) =>
  page.$eval('[data-picture="share-axis"] svg', (axis) => axis.getAttribute("aria-description"));
const heard = (page: Page, value: number) =>
  page.waitForFunction(
    (name) => document.querySelector("[data-voices]")!.textContent!.includes(name),
    {},
    `value ${value}: `,
  );

describe.each(engines)("in %s", (engine) => {
  test("a file after another leaves no picture, no mark, no worker and no watcher of the one before", async () => {
    const browser = await launch(engine);
    const page = await browser.newPage();
    const messages = listen(page);
    await page.evaluateOnNewDocument(() => {
      let begun = 0;
      const alive = new Set<Worker>();
      const Native = Worker;
      class Counted extends Native {
        constructor(...given: ConstructorParameters<typeof Native>) {
          super(...given);
          alive.add(this);
          begun += 1;
        }
        override terminate() {
          alive.delete(this);
          super.terminate();
        }
      }
      const watching = new Set<MutationObserver>();
      class Watching extends MutationObserver {
        override observe(target: Node, options?: MutationObserverInit) {
          if (target === document.documentElement) watching.add(this);
          super.observe(target, options);
        }
        override disconnect() {
          watching.delete(this);
          super.disconnect();
        }
      }
      const counts = { begun: () => begun, watchers: () => watching.size };
      Object.assign(globalThis, { Worker: Counted, MutationObserver: Watching, alive, ...counts });
    });
    const watchers = () =>
      page.evaluate(() => (globalThis as unknown as { watchers: () => number }).watchers());
    const begun = () => page.evaluate(() => (globalThis as unknown as { begun: () => number }).begun());
    const alive = () => page.evaluate(() => (globalThis as unknown as { alive: Set<Worker> }).alive.size);
    await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
    const without = await axisOf(page);
    await page.focus("input[type=file]");
    await page.waitForSelector("live-figure[data-awake]");
    const field = (await page.$("input[type=file]"))!;
    const watched = await watchers();
    await field.uploadFile(first);
    await heard(page, 1);
    expect(await watchers()).toBe(watched + 1);
    expect(await axisOf(page)).toContain("the mask at 97.92 percent");

    // Ten rows are asked for at once, so that most of them wait while the next file comes.
    await press(page, "[data-run]");
    const seen = await page.evaluateHandle(() => {
      const sentences: string[] = [];
      new MutationObserver(() => {
        const report = document.querySelector<HTMLElement>("[data-report]")!;
        if (!report.hidden)
          sentences.push(
            document.querySelector("[data-voices]")!.textContent! +
              document.querySelector("#own-mask [data-says]")!.textContent!,
          );
      }).observe(document.querySelector("[data-report]")!, { attributes: true });
      return sentences;
    });
    await field.uploadFile(second);
    await heard(page, 5);
    expect(await seen.jsonValue()).toEqual([""]);
    // The reader's and the losses'; those of the training before are gone.
    expect(await alive()).toBe(1);
    expect(await textOf(page, "[data-status]")).not.toMatch(/trained$/);

    await field.uploadFile(drawing);
    await page.waitForFunction(() => document.querySelector("[data-refusal]")!.textContent !== "");
    expect(await axisOf(page)).toBe(without);
    expect(await alive()).toBe(0);
    expect(await watchers()).toBe(watched);

    // Two at almost the same time: the first is not even begun.
    const before = await begun();
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>("input[type=file]")!;
      for (const name of ["one.svg", "two.svg"]) {
        const files = new DataTransfer();
        files.items.add(new File(["<svg/>"], name));
        field.files = files.files;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
    await page.waitForFunction(() => document.querySelector("[data-refusal]")!.textContent !== "");
    expect((await begun()) - before).toBe(1);
    expect(messages).toEqual([]);
    await browser.close();
  });
});

test("the losses answer a slider while the lab trains on the mask", async () => {
  const sheet = { width: 400, height: 200 };
  const values = Uint8Array.from({ length: 80_000 }, (_, i) => (i % 400 === 200 ? 1 : 0));
  const wide = kept("wide.png", writePng({ ...sheet, values, depth: 8 }));
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
  await page.focus("input[type=file]");
  await page.waitForSelector("live-figure[data-awake]");
  await (await page.$("input[type=file]"))!.uploadFile(wide);
  await heard(page, 1);
  const before = await textOf(page, "[data-voices]");
  // Begun, moved and looked at from within, so that the training gets no start while a test makes its next step.
  const meanwhile = await page.evaluate(
    () =>
      new Promise<string>((answered) => {
        const voices = document.querySelector("[data-voices]")!;
        new MutationObserver((_, observer) => {
          observer.disconnect();
          answered(document.querySelector("[data-status]")!.textContent!);
        }).observe(voices, { childList: true });
        const run = document.querySelector<HTMLButtonElement>("[data-run]")!;
        run.focus();
        run.click();
        const slider = document.querySelector<HTMLInputElement>("input[type=range][data-control=shift]")!;
        slider.value = "6";
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }),
  );
  expect(await textOf(page, "[data-voices]")).not.toBe(before);
  expect(meanwhile).toMatch(/^[0-5] of 10 trained$/);
  // The keyboard stays where it was: the button that goes hands the focus to the one that comes.
  const holds = (selector: string) => page.$eval(selector, (one) => one === document.activeElement);
  expect(await holds("[data-stop]")).toBe(true);
  await press(page, "[data-stop]");
  await page.waitForSelector("[data-stop][hidden]");
  expect(await holds("[data-run]")).toBe(true);
  await browser.close();
});

test("a tall strip is drawn no taller than a square would be, and dragged by its own pixels", async () => {
  const strip = { width: 20, height: 2000 };
  const values = Uint8Array.from({ length: 40_000 }, (_, i) => (i % 20 === 9 ? 1 : 0));
  const tall = kept("tall.png", writePng({ ...strip, values, depth: 8 }));
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
  await page.focus("input[type=file]");
  await page.waitForSelector("live-figure[data-awake]");
  await (await page.$("input[type=file]"))!.uploadFile(tall);
  await heard(page, 1);
  const heights = await page.$$eval("canvas", (all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights).toHaveLength(17);
  expect(Math.max(...heights)).toBeLessThanOrEqual(34 * 16);
  const drawn = (await page.$("[data-prediction] canvas"))!;
  await drawn.scrollIntoView();
  const { x, y, width: across } = (await drawn.boundingBox())!;
  const shift = () =>
    page.$eval("input[type=range][data-control=shift]", (slider) =>
      Number((slider as HTMLInputElement).value),
    );
  const before = await shift();
  await page.mouse.move(x + 2, y + 20);
  await page.mouse.down();
  await page.mouse.move(x + 2 + (across * 5) / 20, y + 20);
  await page.mouse.up();
  // The slider follows with the next frame.
  await frames(page);
  expect((await shift()) - before).toBeCloseTo(5, 0);
  await browser.close();
});

test("of two files the first is taken, and a folder is refused, both in words", async () => {
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
  const devtools = await page.createCDPSession();
  const drop = async (...files: string[]) => {
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await devtools.send("Input.dispatchDragEvent", { type, x: 200, y: 300, data });
  };
  await drop(second, first);
  await heard(page, 5);
  expect(await textOf(page, "[data-reading]")).toBe("Of 2 files only the first was taken, second.png.");
  await page.setViewport({ width: 360, height: 800 });
  await drop(kept(`${"long".repeat(50)}.png`, "no image"), first);
  await page.waitForFunction(() => document.querySelector("[data-refusal]")!.textContent !== "");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await drop(folder);
  // The refusal of the file before stands there until this one is begun.
  await page.waitForFunction(() =>
    /^lossmap-next-\w+ cannot be read: it is a folder, or/.test(
      document.querySelector("[data-refusal]")!.textContent!,
    ),
  );
  expect(await textOf(page, "[data-reading]")).toBe("");
  await browser.close();
});

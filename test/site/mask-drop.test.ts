import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { npy } from "../experiments/npy-writer.ts";
import { chunk, header, signature, writePng } from "../experiments/png-writer.ts";
import { engines, launch, type Site, serve } from "./browser.ts";
import { listen } from "./visit.ts";

/** A label image that is dropped on the page or pasted into it, in place of one chosen in the field. */

const [width, height] = [24, 16];
const stripe = (w: number, h: number) => Uint8Array.from({ length: w * h }, (_, i) => (i % w === 7 ? 1 : 0));
const values = stripe(width, height);
const png = writePng({ width, height, values, depth: 8 });
const array = npy("|u1", `${height}, ${width}`, values);
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const said = /^24 × 16 pixels, 2 classes, 95.83 percent background/;

/** Sixty kilobytes that would be sixty-seven megabytes, in an image of 64 pixels. */
const bomb = Buffer.concat([
  signature,
  header(8, 8, 8, 0, 0),
  chunk("IDAT", deflateSync(new Uint8Array(2 ** 26))),
  chunk("IEND", new Uint8Array()),
]);
const large = new Uint8Array(20_000_001);

/** Hands the page a file as a hand or the clipboard would: an event with a data transfer on what has the focus. */
function give(page: Page, by: "drop" | "paste", name: string, data: Uint8Array): Promise<boolean> {
  return page.evaluate(
    (how, called, bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], called));
      const way = { bubbles: true, cancelable: true };
      if (how === "paste") {
        // Firefox lets no script fill the clipboard of an event, so the event is given one.
        const paste = new ClipboardEvent("paste", way);
        Object.defineProperty(paste, "clipboardData", { value: dataTransfer });
        return document.body.dispatchEvent(paste);
      }
      const main = document.querySelector("main")!;
      main.dispatchEvent(new DragEvent("dragover", { ...way, dataTransfer }));
      return main.dispatchEvent(new DragEvent("drop", { ...way, dataTransfer }));
    },
    by,
    name,
    [...data],
  );
}

const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? "");
const isRead = (page: Page) => page.waitForSelector("[data-report]:not([hidden])");

let site: Site;
const folder = mkdtempSync(join(tmpdir(), "lossmap-drop-"));
beforeAll(async () => {
  site = await serve();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  return site.close();
});

describe.each(engines)("in %s", (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  test.each(["drop", "paste"] as const)(
    "a mask comes in by %s: a PNG, then a hostile file, then an array",
    async (by) => {
      const page = await browser.newPage();
      const messages = listen(page);
      await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
      // The event is answered, or the browser would leave the page for the file.
      expect(await give(page, by, "mask.png", png)).toBe(false);
      await isRead(page);
      expect(await textOf(page, "[data-said]")).toMatch(said);

      await give(page, by, "mask.png", svg);
      await page.waitForFunction(() => document.querySelector("[data-refusal]")!.textContent !== "");
      expect(await textOf(page, "[data-refusal]")).toMatch(/^the file is markup \(SVG, perhaps\)/);
      expect(await page.$("[data-report]:not([hidden])")).toBeNull();

      await give(page, by, "mask.npy", array);
      await isRead(page);
      expect(await textOf(page, "[data-said]")).toMatch(said);
      expect(await textOf(page, "[data-refusal]")).toBe("");
      expect(page.url()).toBe(`${site.url}/lab/mask/`);
      expect(messages).toEqual([]);
      await page.close();
    },
  );

  test("a file over 20 MB is refused unread, a bomb before it has gone off", async () => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const names: string[] = [];
      const given = File.prototype.arrayBuffer;
      File.prototype.arrayBuffer = function (this: File) {
        names.push(this.name);
        return given.call(this);
      };
      Object.assign(globalThis, { read: () => names });
    });
    await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
    const field = (await page.$("input[type=file]"))!;
    await page.focus("input[type=file]");
    await page.waitForSelector("live-figure[data-awake]");
    for (const [name, data, read, sentence] of [
      [
        "large.png",
        large,
        [],
        /^the file has 20\.0 MB; at most 20 MB are read, so crop the image or save it with one byte a label$/,
      ],
      // How far it is inflated, and in what time and memory, is measured in test/experiments/label-image.test.ts.
      [
        "bomb.png",
        bomb,
        ["bomb.png"],
        /^the image data inflate to more bytes than the header says; this file is refused$/,
      ],
    ] as const) {
      await page.$eval("[data-refusal]", (place) => place.replaceChildren());
      const path = join(folder, name);
      writeFileSync(path, data);
      await field.uploadFile(path);
      await page.waitForFunction(() => document.querySelector("[data-refusal]")!.textContent !== "");
      expect(await textOf(page, "[data-refusal]")).toMatch(sentence);
      expect(await page.evaluate(() => (globalThis as unknown as { read: () => string[] }).read())).toEqual(
        read,
      );
    }
    await page.close();
  });

  test("a paste of words is left to the browser", async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
    const untouched = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "words");
      return document.body.dispatchEvent(
        new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }),
      );
    });
    expect(untouched).toBe(true);
    expect(await page.$("live-figure[data-awake]")).toBeNull();
    await page.close();
  });

  test("the lab is run on the mask's own shapes, tells how far it is, and stops when told", async () => {
    const page = await browser.newPage();
    const messages = listen(page);
    await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
    await give(
      page,
      "drop",
      "mask.png",
      writePng({ width: 64, height: 48, values: stripe(64, 48), depth: 8 }),
    );
    await isRead(page);
    // Watched and stopped from within, and begun only then: a small mask may be trained between two looks from outside.
    const told = await page.evaluate(
      () =>
        new Promise<number>((stopped) => {
          const status = document.querySelector("[data-status]")!;
          new MutationObserver((_, observer) => {
            if (!/^[1-9] of 10 trained/.test(status.textContent!)) return;
            observer.disconnect();
            document.querySelector<HTMLButtonElement>("[data-stop]")!.click();
            stopped(document.querySelector<HTMLProgressElement>("[data-progress]")!.value);
          }).observe(status, { childList: true, characterData: true, subtree: true });
          document.querySelector<HTMLButtonElement>("[data-run]")!.click();
        }),
    );
    expect([told >= 0.1, told < 1]).toEqual([true, true]);
    await page.waitForSelector("[data-stop][hidden]");
    expect(await textOf(page, "[data-status]")).toMatch(/^stopped after \d+; what is found so far stays$/);
    await page.$eval("[data-run]", (run) => (run as HTMLElement).click());
    await page.waitForFunction(() =>
      /^10 trained, at 98.4 percent/.test(document.querySelector("[data-status]")!.textContent!),
    );
    expect((await page.$$('[data-table="1"] tbody tr')).length).toBe(10);
    expect(messages).toEqual([]);
    await page.close();
  });
});

test("the same file, mended, can be chosen again in Chromium", async () => {
  const file = join(folder, "mended.png");
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
  for (const [data, place, sentence] of [
    [png.slice(0, 60), "[data-refusal]", /truncated/],
    [png, "[data-said]", said],
  ] as const) {
    writeFileSync(file, data);
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click("input[type=file]")]);
    await chooser.accept([file]);
    await page.waitForFunction((where) => document.querySelector(where)!.textContent !== "", {}, place);
    expect(await textOf(page, place)).toMatch(sentence);
  }
  await browser.close();
});

test("a file dragged in from outside is taken by Chromium's own drop", async () => {
  const file = join(folder, "mask.png");
  writeFileSync(file, png);
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.goto(`${site.url}/lab/mask/`, { waitUntil: "load" });
  const devtools = await page.createCDPSession();
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await devtools.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
  await isRead(page);
  expect(await textOf(page, "[data-said]")).toMatch(said);
  await browser.close();
});

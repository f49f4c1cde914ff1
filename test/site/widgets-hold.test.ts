import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writePng } from "../experiments/png-writer.ts";
import { engines, launch, type Site, serve } from "./browser.ts";
import { awake, countSeeds, desk, focus, hash, press, settled } from "./figures.ts";
import { onePerKind, pages } from "./pages.ts";
import { listen } from "./visit.ts";

/** Every figure of the site where the browser withholds what it usually gives, or takes it back. */

const figures = pages
  .filter(({ path, html }) => path.startsWith("/embed/") && html.includes("<live-figure"))
  .map(({ path }) => path.split("/")[2]!);

/** Runs before the page's own scripts: no observers, no workers, no storage, no clipboard. */
function withhold(): void {
  for (const name of ["IntersectionObserver", "ResizeObserver", "Worker"])
    Reflect.deleteProperty(globalThis, name);
  Object.defineProperty(navigator, "clipboard", { value: undefined });
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(globalThis, name, {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
}

/** Runs before the page's own scripts: the first worker dies before it answers, the second at its first word. */
function killWorkers(): void {
  const Given = Worker;
  const killed: string[] = [];
  globalThis.Worker = class extends Given {
    readonly #kill = () => {
      if (killed.length > 1) return;
      killed.push("worker");
      this.terminate();
      this.dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
    };
    override postMessage(message: unknown): void {
      super.postMessage(message);
      if (killed.length === 0) setTimeout(this.#kill);
      else this.addEventListener("message", this.#kill, { once: true });
    }
  };
  Object.assign(globalThis, { killed });
}

/** Moves the first control that can be moved, as a hand would. */
function move(): void {
  const inputs = [...document.querySelectorAll<HTMLInputElement>("live-figure input[data-control]")];
  const input = inputs.find(({ type, checked }) => type === "range" || (!checked && type !== "number"))!;
  if (input.type === "range") input.value = input.value === input.min ? input.max : input.min;
  else input.checked = true;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** What the controls stand at. */
const controls = (page: Page) =>
  page.$$eval("live-figure input[data-control]", (all) =>
    all.map((one) => {
      const { id, type, value, checked } = one as HTMLInputElement;
      return `${id} ${type === "radio" || type === "checkbox" ? checked : Number(value)}`;
    }),
  );

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

describe.each(engines)("in %s", (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  async function open(path: string, before: () => void) {
    const page = await browser.newPage();
    await page.setViewport(desk);
    const messages = listen(page);
    await page.evaluateOnNewDocument(before);
    await page.evaluateOnNewDocument(countSeeds);
    await page.goto(site.url + path, { waitUntil: "load" });
    return { page, messages };
  }

  test.each(figures)(
    "%s works without observers, workers, storage and clipboard, and is found again on the way back",
    async (figure) => {
      const { page, messages } = await open(`/embed/${figure}/`, withhold);
      const opened = await controls(page);
      if (opened.length === 0) await focus(page, "live-figure [data-width=wide] a");
      else await page.evaluate(move);
      await awake(page);
      if (opened.length > 0) {
        await settled(page);
        const moved = await controls(page);
        const address = await hash(page);
        expect(moved).not.toEqual(opened);
        // What is still on its way when the page is left is given up, and says so.
        await page.waitForNetworkIdle();
        await page.goto("about:blank");
        // Back, perhaps out of the browser's memory, where no page loads and no load event comes.
        await page.evaluate(() => void setTimeout(() => history.back()));
        await awake(page);
        expect([await hash(page), await controls(page)]).toEqual([address, moved]);
      }
      // Firefox asks the server for an icon of its own invention when it takes a page out of its memory.
      expect(messages.filter((message) => !message.endsWith("/favicon.ico"))).toEqual([]);
      await page.close();
    },
  );

  test("the pages around the figures do without them too, theme and all", async () => {
    for (const { path } of onePerKind.filter((page) => page.html.includes('class="theme-switch"'))) {
      const { page, messages } = await open(path, withhold);
      const before = await page.$eval("html", (html) => getComputedStyle(html).backgroundColor);
      await page.click(".theme-switch");
      const after = await page.$eval("html", (html) => getComputedStyle(html).backgroundColor);
      expect([path, after]).not.toEqual([path, before]);
      expect([path, ...messages]).toEqual([path]);
      await page.close();
    }
  });

  test("where the clipboard is missing, the link stands in a field", async () => {
    const { page, messages } = await open("/embed/arena/", withhold);
    await page.click("button[data-copy]");
    await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent?.includes("field"));
    const link = await page.$eval("input[data-link]", (input) => (input as HTMLInputElement).value);
    expect(link).toBe(`${site.url}/embed/arena/#arena`);
    expect(messages).toEqual([]);
    await page.close();
  });

  /** What each figure that calculates in workers is asked, and by what it has answered. */
  const asked: Readonly<
    Record<string, readonly [address: string, ask: (page: Page) => Promise<unknown>, said: string]>
  > = {
    lab: [
      "/embed/lab/#lab.v=1&lab.share=0.8&lab.steps=20",
      (page) => press(page, "[data-run]"),
      '(document.querySelector("[data-status]").textContent ?? "").startsWith("10 trained")',
    ],
    gradients: [
      "/embed/gradients/#gradients.v=1&gradients.shift=3",
      async () => {},
      'document.querySelectorAll("[data-voices] canvas").length > 0',
    ],
    "own-mask": [
      "/embed/own-mask/",
      (page) =>
        page.evaluate(
          (data) => {
            const files = new DataTransfer();
            files.items.add(new File([Uint8Array.from(data)], "mask.png"));
            const field = document.querySelector<HTMLInputElement>("input[type=file]")!;
            field.files = files.files;
            for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
          },
          [...writePng({ width: 3, height: 2, depth: 8, values: [0, 0, 1, 0, 0, 1] })],
        ),
      'document.querySelector("[data-report]:not([hidden])") && document.querySelectorAll("[data-voices] canvas").length === 14',
    ],
    claims: [
      "/claims/",
      (page) => press(page, "button[data-run]"),
      '/^Holds at seed/.test(document.querySelector(".ran")?.textContent ?? "")',
    ],
  };

  test("every figure that starts workers is among those whose workers die", () => {
    const starts = readdirSync("src/widgets", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .filter((path) => /from ".*worker\/client\.ts"/.test(readFileSync(join("src/widgets", path), "utf8")))
      .map((path) => path.split(/[/\\]/)[0]!.replace("claim-runner", "claims"));
    expect([...new Set(starts)].sort()).toEqual(Object.keys(asked).sort());
  });

  test.each(Object.keys(asked))("%s answers although its workers die", async (name) => {
    const [address, ask, said] = asked[name]!;
    const { page, messages } = await open(address, killWorkers);
    if (address.includes("#")) await awake(page);
    await ask(page);
    await page.waitForFunction(said);
    expect(
      await page.evaluate(() => (globalThis as unknown as { killed: string[] }).killed.length),
    ).toBeGreaterThan(0);
    expect(messages).toEqual([]);
    await page.close();
  });
});

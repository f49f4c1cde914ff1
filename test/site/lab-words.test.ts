import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, type Site, serve } from "./browser.ts";
import { press } from "./figures.ts";
import { listen } from "./visit.ts";

/** The words of the lab's figure, seen and heard, before and after a run, and what stands there without one. */

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await serve();
  browser = await launch("chromium");
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element.textContent ?? "").trim());

/** Opens a page, does something there, and hands back what the page complained of. */
async function on(path: string, work: (page: Page) => Promise<void>): Promise<string[]> {
  const page = await browser.newPage();
  const messages = listen(page);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(site.url + path, { waitUntil: "load" });
  await work(page);
  await page.close();
  return messages;
}

test("where nothing has run the words have no number, and after a run they are that run's", async () => {
  const words = async (page: Page) => {
    // The spoken words follow when the reader pauses.
    await page.waitForFunction(() => {
      const text = (selector: string) => document.querySelector(`#lab ${selector}`)!.textContent;
      return text("[role=status]") === text("[data-says]");
    });
    return textOf(page, "#lab [data-says]");
  };
  const messages = await on("/lab/", async (page) => {
    expect(await textOf(page, "#lab [data-says]")).toMatch(/ over 8 seeds, the recall /);
    for (const preset of ["mild", "slow", "long", "hard"]) {
      await press(page, `#lab [data-preset=${preset}]`);
      await page.waitForSelector(`#lab [data-preset=${preset}][aria-pressed=true]`);
      await page.waitForFunction(() =>
        /^Nothing/.test(document.querySelector("#lab [role=status]")!.textContent!),
      );
      expect(await words(page), preset).toMatch(
        /^Nothing has run with these settings\. A run takes about \d+ seconds? on two cores\.$/,
      );
    }
    await page.waitForNetworkIdle();
    await page.goto("about:blank");
    await page.goto(`${site.url}/lab/#lab.v=1&lab.share=0.8&lab.steps=20`, { waitUntil: "load" });
    await page.waitForSelector("#lab live-figure[data-awake]");
    await press(page, "#lab [data-run]");
    await page.waitForFunction(() =>
      /^10 trained/.test(document.querySelector("#lab [data-status]")?.textContent ?? ""),
    );
    expect(await words(page)).toMatch(
      /^At 80 percent background, over 1 seed, the recall of the curves runs /,
    );
    await press(page, "#lab input[data-control=measure][value=curve-f1]");
    await page.waitForFunction(() =>
      / the F1 /.test(document.querySelector("#lab [role=status]")!.textContent!),
    );
    const said = await words(page);
    expect(said).toMatch(/^At 80 percent background, over 1 seed, the F1 of the curves runs /);
    const lowest = /runs from ([\d.]+) /.exec(said)![1]!;
    const table = await page.$$eval('#lab [data-table="0"] tbody tr', (lines) =>
      lines.map((line) => line.children[2]!.textContent!),
    );
    expect(Math.min(...table.map(Number)).toFixed(2)).toBe(lowest);
    const charts = () =>
      page.$$eval("#lab [data-curves] svg", (list) => list.map((svg) => svg.getAttribute("aria-label")!));
    const loss = "While training, simulated: value of the loss";
    expect(await charts()).toEqual([loss, "While training, simulated: IoU, both curves, mean"]);
    await press(page, "#lab input[data-control=live][value=curve-2]");
    await page.waitForFunction(() => location.hash.includes("lab.live=curve-2"));
    expect(await charts()).toEqual([loss, "While training, simulated: IoU, curve 2"]);
  });
  expect(messages).toEqual([]);
});

test("a run under way leaves the reader's hand free: settings, address, stop, and the way back", async () => {
  const status = (page: Page) => textOf(page, "#lab [data-status]");
  const setSteps = (page: Page, steps: number) =>
    page.$eval(
      "#lab input[data-control=steps]",
      (input, value) => {
        (input as HTMLInputElement).value = value;
        input.dispatchEvent(new Event("input", { bubbles: true }));
      },
      String(steps),
    );
  const messages = await on("/lab/#lab.v=1&lab.share=0.97&lab.steps=1000&lab.seeds=2", async (page) => {
    await page.waitForSelector("#lab live-figure[data-awake]");
    const focused = (name: string) => page.waitForSelector(`#lab [data-${name}]:focus`);
    await page.focus("#lab [data-run]");
    for (const next of ["stop", "resume", "stop"]) {
      await page.keyboard.press("Enter");
      await focused(next);
    }
    await page.waitForFunction(() => document.querySelectorAll("#lab [data-curves] svg path").length > 4);
    expect(await textOf(page, "#lab [data-says]")).toMatch(/^(The run has begun;|So far, at 97 )/);
    // The run speaks several times a second; the address is written all the same.
    await setSteps(page, 990);
    const underway = await page.waitForFunction(
      () =>
        location.hash.includes("lab.steps=990") && document.querySelector("#lab [data-status]")!.textContent,
    );
    expect(await underway.jsonValue()).toMatch(/^\d+ of 20 trained, under other settings$/);
    expect(await textOf(page, "#lab [data-says]")).toMatch(/^Nothing has run with these settings/);
    await press(page, "#lab [data-stop]");
    await page.waitForSelector("#lab [data-run]:not([hidden])");
    expect(await status(page)).toMatch(/^A run takes about \d+ seconds? on two cores\.$/);
    await setSteps(page, 1000);
    await page.waitForSelector("#lab [data-resume]:not([hidden])");
    expect(await status(page)).toMatch(/^stopped after \d+; what is found so far stays$/);
    expect(await textOf(page, "#lab [data-says]")).toMatch(/^(The run was stopped before|So far, at 97 )/);
  });
  expect(messages).toEqual([]);
});

test("settings that cannot be drawn are refused in one sentence, without a run to resume", async () => {
  const asked = "#lab.v=1&lab.share=0.6&lab.imbalance=geometry&lab.steps=20";
  const messages = await on(`/lab/${asked}`, async (page) => {
    await page.waitForSelector("#lab live-figure[data-awake]");
    await press(page, "#lab [data-run]");
    await page.waitForFunction(() =>
      /cannot be drawn/.test(document.querySelector("#lab [data-status]")?.textContent ?? ""),
    );
    const sentence = "background share 0.6 cannot be drawn; choose one between 0.75 and 0.995";
    expect(await textOf(page, "#lab [data-says]")).toBe(`Nothing was trained: ${sentence}.`);
    expect(await page.$eval("#lab [data-resume]", (button) => (button as HTMLElement).hidden)).toBe(true);
    expect(await page.$eval("#lab [data-run]", (button) => (button as HTMLElement).hidden)).toBe(false);
  });
  expect(messages).toEqual([]);
});

test("the log stands whole before a run, and the record can be taken away", async () => {
  const messages = await on("/lab/", async (page) => {
    await page.$eval("#lab [data-still] img", (img) => img.scrollIntoView());
    await page.waitForFunction(() => {
      const { complete, naturalWidth } = document.querySelector<HTMLImageElement>("#lab [data-still] img")!;
      return complete && naturalWidth > 0;
    });
    const widths = await page.$eval("#lab [data-still] img", (img) => {
      const { naturalWidth, width } = img as HTMLImageElement;
      return [naturalWidth, Math.round(width)];
    });
    expect(widths[0]).toBe(576);
    expect(await page.$$eval("#lab [data-still] svg path", (paths) => paths.length)).toBe(4);
  });
  expect(messages).toEqual([]);
  const csv = await (await fetch(`${site.url}/lab/record.csv`)).text();
  const json = (await (await fetch(`${site.url}/lab/record.json`)).json()) as {
    lines: { weights: string }[];
  };
  const [head, ...lines] = csv.split("\n");
  expect(lines.length).toBe(json.lines.length);
  expect(lines.length).toBeGreaterThan(900);
  const at = head!.split(",").indexOf("weights");
  expect(lines.map((line) => line.split(",")[at])).toEqual(json.lines.map(({ weights }) => weights));
});

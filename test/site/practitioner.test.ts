import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { rowsOf } from "../../src/components/figure-rows.ts";
import { hashWith, stateFrom } from "../../src/widgets/address.ts";
import { calculators, controlsOf, table } from "../../src/widgets/calculator/spec.ts";
import { commandOf } from "../../src/widgets/chooser/command.ts";
import * as chooser from "../../src/widgets/chooser/spec.ts";
import { steps } from "../../src/widgets/chooser/steps.ts";
import { initialState } from "../../src/widgets/controls.ts";
import * as translator from "../../src/widgets/translator/spec.ts";
import { engines, launch, type Site, serve } from "./browser.ts";
import { addressed, awake, desk, press, says, settled } from "./figures.ts";

/** The path from a question to code, walked with the keyboard, and every number held against the engine in Node. */

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

const shown = (page: Page, selector: string) =>
  page.$$eval(selector, (all) =>
    all
      .filter((one) => one.checkVisibility())
      .map((one) => (one.textContent ?? "").replace(/\s+/g, " ").trim()),
  );

/** Moves the focused group of radio buttons to an option, as arrow keys do, and then leaves it. */
async function answer(page: Page, control: { options: readonly { id: string }[] }, wanted: string) {
  const at = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  for (let k = 0; (await at()) !== wanted; k++) {
    expect(k, wanted).toBeLessThan(control.options.length);
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Tab");
}

describe.each(engines)("a practitioner in %s", (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage();
    await page.setViewport(desk);
    await page.goto(site.url + path, { waitUntil: "load" });
    await page.waitForSelector("live-figure .controls:enabled");
    return page;
  }

  /** What the chooser says: the short list, its marks on the map, its words, and the reasons that apply. */
  const advised = async (page: Page) => ({
    pool: await page.$$eval(".ranked > [data-pool]", (all) =>
      all.map((one) => one.getAttribute("data-loss-id")),
    ),
    lit: await page.$$eval(".where svg [data-pool]", (all) =>
      all.map((one) => one.getAttribute("data-family")).sort(),
    ),
    where: await shown(page, "[data-where]"),
    reasons: await shown(page, ".ranked [data-reason]"),
    steps: await shown(page, "[data-step]"),
    command: await shown(page, "[data-command]"),
  });

  test("answers the chooser, finds the list and its place on the map, and has both back from the address", async () => {
    const rows = rowsOf["chooser"]!(atlas) as chooser.Rows;
    const wanted: chooser.Answers = {
      ...{ share: "heavy", stroke: "thick", empty: "yes", classes: "several" },
      ...{ metric: "iou", cost: "alike", noise: "yes", calibrated: "no" },
    };
    const page = await open("/choose/");
    await page.focus("input[name=chooser-share]:checked");
    await awake(page);
    for (const question of rows.questions) await answer(page, question, wanted[question.id]!);
    await addressed(page, hashWith("", "chooser", 1, chooser.controlsOf(rows.questions), wanted));

    const expected = chooser.advise(wanted, rows);
    const found = await advised(page);
    expect(found.pool).toEqual(expected.pool.map(({ id }) => id));
    expect(found.lit).toEqual(expected.pool.map(({ id }) => id).sort());
    expect(found.where).toEqual([chooser.whereOf(expected)]);
    expect(found.steps).toEqual(steps(wanted, expected));
    expect(found.command).toEqual([commandOf(expected)]);
    expect(found.pool).toContain("lovasz-softmax");
    const reasons = expected.ranked.flatMap(({ pro, contra }) => [...pro, ...contra]);
    expect(found.reasons).toHaveLength(reasons.length);

    const again = await open(`/choose/${await page.evaluate(() => location.hash)}`);
    await awake(again);
    expect(await advised(again)).toEqual(found);

    // Each reason leads to its claim, which stands on the page of claims under that very name.
    const links = await page.$$eval(".ranked [data-reason]:not([hidden]) a", (all) => all.map((a) => a.href));
    expect(links).toHaveLength(reasons.length);
    await again.goto(`${site.url}/claims/`, { waitUntil: "load" });
    const ids = new Set(await again.$$eval("[id]", (all) => all.map(({ id }) => id)));
    for (const link of links) expect(ids, link).toContain(new URL(link).hash.slice(1));
    await Promise.all([page.close(), again.close()]);
  });

  test("sets two to four losses side by side, never fewer or more, and has them back from the address", async () => {
    const names = (page: Page) => shown(page, ".compared-equations .compared-name");
    const page = await open("/compare/");
    await page.focus("input[data-control=soft-cross-entropy]");
    await awake(page);
    const resting = (n: number) =>
      page.waitForFunction(
        (wanted) => document.querySelectorAll("input[data-control]:disabled").length === wanted,
        {},
        n,
      );
    // Cross-entropy goes: two are left, and their boxes rest, so that the next stop is Focal.
    await page.keyboard.press(" ");
    await resting(2);
    await page.keyboard.press("Tab");
    await page.keyboard.press(" ");
    await resting(0);
    await page.keyboard.press("Tab");
    await page.keyboard.press(" ");
    await resting(3);
    await page.waitForFunction(() => location.hash.includes("lovasz-softmax=on"));
    const four = await names(page);
    expect(four).toEqual(["Dice loss", "Focal loss", "Lovász-Softmax loss", "Tversky loss"]);

    const address = await page.evaluate(() => location.hash);

    await page.keyboard.press(" ");
    await resting(0);
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    await page.keyboard.press(" ");
    await resting(2);
    expect(await names(page)).toEqual(["Dice loss", "Tversky loss"]);

    const again = await open(`/compare/${address}`);
    await awake(again);
    expect(await names(again)).toEqual(four);
    const columns = await shown(again, ".needs .compared-name dd");
    expect(columns).toEqual(four);
    await Promise.all([page.close(), again.close()]);
  });

  test.each([
    ["salehi2017tversky", "monai", /equal to \d+ digits/],
    ["salehi2017tversky", "kornia", /they differ, by /],
  ])("translates %s into %s as the engine does in Node", async (paper, library, verdict) => {
    const rows = rowsOf["translator"]!(atlas) as translator.Rows;
    const state = { ...initialState(translator.controls), paper, library } as never;
    const page = await open(`/libraries/#translator.v=1&translator.paper=${paper}`);
    await awake(page);
    await page.focus("input[name=translator-library]:checked");
    await answer(page, translator.controls.library, library);
    await page.waitForFunction((name) => location.hash.includes(`library=${name}`), {}, library);
    expect(await says(page)).toBe(translator.say(state, rows));
    expect(await says(page)).toMatch(verdict);
    const code = await page.$eval("[data-code]", (one) => one.textContent);
    expect(code).toBe(translator.codeOf(translator.answerOf(state, rows)));
    // What the button copies is the call that stands there now, not the one that the page came with.
    await page.evaluate(() => {
      const writeText = async (text: string) => {
        document.title = text;
      };
      Object.defineProperty(navigator, "clipboard", { value: { writeText } });
    });
    await press(page, "live-figure button.copy");
    expect(await page.title()).toBe(code!.trim().replace(/\s+/g, " "));
    await page.close();
  });
});

describe("calculators", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch("chromium");
    page = await browser.newPage();
    await page.setViewport(desk);
  });
  afterAll(() => browser.close());

  test.each(Object.keys(calculators))("%s, moved with a key, prints the engine's numbers", async (figure) => {
    const { id, front } = [...atlas.questions.values()].find((one) => one.front.figure === figure)!;
    const rows = { figure, state: front.state };
    const controls = controlsOf(rows);
    await page.goto(`${site.url}/questions/${id}/`, { waitUntil: "domcontentloaded" });
    await page.waitForSelector("live-figure .controls:enabled");
    const lines = () =>
      page.$$eval('[data-table="0"] tbody tr', (all) =>
        all.map((line) => [...line.children].map((cell) => cell.textContent)),
      );
    const before = await lines();
    expect(before).toEqual(table(initialState(controls), rows).rows);
    const first = await page.$("live-figure .controls input:not([data-link])");
    await first!.focus();
    await awake(page);
    // Somewhere among its keys is one that moves the numbers: up or down a step, on one of its inputs.
    const stops = await page.$$(
      "live-figure .controls input:not([data-link]):not([type=radio]:not(:checked))",
    );
    let after = before;
    for (const stop of stops) {
      const type = await stop.evaluate((input) => (input as HTMLInputElement).type);
      for (const key of type === "checkbox" ? [" "] : ["ArrowUp", "ArrowDown", "ArrowDown"]) {
        if (JSON.stringify(after) !== JSON.stringify(before)) break;
        await stop.focus();
        await page.keyboard.press(key as " ");
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
        after = await lines();
      }
    }
    expect(after).not.toEqual(before);
    await settled(page);
    // The address follows when the keys rest, so it may still tell of the step before the last.
    const told = async () => {
      const state = stateFrom(await page.evaluate(() => location.hash), "calculator", 1, controls);
      return table(state, rows).rows;
    };
    await expect.poll(told, { timeout: 60_000 }).toEqual(await lines());
  });
});

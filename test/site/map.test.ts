import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines, launch, type Site, serve } from "./browser.ts";
import { awake, countSeeds, focus, still, tap } from "./figures.ts";

/** The map as a reader uses it: pointer, keyboard and touch, from a tie to the paper's equation and back. */

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

const state = "#literature-map.v=1&literature-map";

/** The panel that is shown, and which view. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    panel: [...document.querySelectorAll<HTMLElement>(".said .panel")]
      .filter((panel) => panel.checkVisibility())
      .map((panel) => panel.dataset["panel"]),
    views: [...document.querySelectorAll<HTMLElement>(".views > [data-of]")]
      .filter((view) => view.checkVisibility())
      .map((view) => view.dataset["of"]),
  }));

const until = (page: Page, panel: string) =>
  page.waitForFunction(
    (name) => document.querySelector(`.panel[data-open]`)?.getAttribute("data-panel") === name,
    {},
    panel,
  );

describe.each(engines)("in %s", (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  async function on<T>(path: string, use: (page: Page) => Promise<T>, width = 1280): Promise<T> {
    const page = await browser.newPage();
    try {
      await page.setViewport({ width, height: 800 });
      await page.evaluateOnNewDocument(countSeeds);
      await page.goto(`${site.url}${path}`, { waitUntil: "load" });
      await still(page);
      return await use(page);
    } finally {
      await page.close();
    }
  }

  test("a plain anchor, as the backlinks of papers have it, opens its tie", async () => {
    await on("/map/#lovasz-softmax-approximates-jaccard-index", async (page) => {
      await until(page, "lovasz-softmax-approximates-jaccard-index");
      expect((await shown(page)).panel).toEqual(["lovasz-softmax-approximates-jaccard-index"]);
      await page.waitForFunction(() =>
        /^Lovász-Softmax loss approximates Intersection over union\. On hard masks the Lovász extension is/.test(
          document.querySelector("#literature-map [role=status]")?.textContent ?? "",
        ),
      );
    });
  });

  test("the address holds view, papers and choice; what it cannot mean is ignored", async () => {
    await on(
      `/map/${state}.view=years&literature-map.papers=on&literature-map.chosen=node-focal`,
      async (page) => {
        await until(page, "node-focal");
        expect((await shown(page)).views).toEqual(["years"]);
        expect(
          await page.$$eval(
            ".papers a.node",
            (all) => all.filter((one) => one.getClientRects().length > 0).length,
          ),
        ).toBeGreaterThan(3);
      },
    );
    for (const [hostile, spoken] of [
      ["view=__proto__&literature-map.chosen=constructor", true],
      ['chosen="]<b>', true],
      // Too long to be read: it wakes nothing by itself.
      [`chosen=${"x".repeat(9000)}`, false],
    ] as const) {
      await on(`/map/${state}.${hostile}`, async (page) => {
        if (!spoken) await focus(page, 'input[data-control="papers"]');
        await awake(page);
        expect(await shown(page)).toEqual({ panel: [""], views: ["axes"] });
      });
    }
  });

  test("a tie of a paper shows the papers although their box is off", async () => {
    await on("/map/#jadon2020survey-evaluates-focal-tversky", async (page) => {
      await until(page, "jadon2020survey-evaluates-focal-tversky");
      expect(
        await page.$eval('[data-width="wide"] a.tie[data-mark^="jadon2020survey"]', (tie) =>
          tie.checkVisibility(),
        ),
      ).toBe(true);
    });
  });

  test("the keyboard walks marks and ties from one tab stop, goes to the words, and comes back with Escape", async () => {
    await on("/map/", async (page) => {
      const stops = await page.evaluate(async () => {
        const host = document.querySelector("live-figure[of=literature-map]") as HTMLElement & {
          wake(): Promise<void>;
        };
        await host.wake();
        return [...document.querySelectorAll('svg.literature [tabindex="0"]')].filter(
          (mark) => mark.getClientRects().length > 0,
        ).length;
      });
      expect(stops).toBe(1);
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-mark"));
      await page.evaluate(() =>
        [...document.querySelectorAll<SVGElement>('svg.literature [tabindex="0"]')]
          .find((mark) => mark.getClientRects().length > 0)
          ?.focus(),
      );
      const first = await focused();
      await page.keyboard.press("ArrowRight");
      const second = await focused();
      expect(second).not.toBe(first);
      await page.keyboard.press("ArrowLeft");
      expect(await focused()).toBe(first);
      await page.keyboard.press("ArrowDown");
      const tie = await focused();
      expect(tie).toContain(first?.replace("node-", ""));
      await until(page, tie ?? "");
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (name) => document.activeElement?.getAttribute("data-panel") === name,
        {},
        tie,
      );
      await page.keyboard.press("Escape");
      expect(await focused()).toBe(tie);
    });
  });

  test("with the papers off again the map is still one tab stop, on a mark that is seen", async () => {
    await on(`/map/${state}.papers=on`, async (page) => {
      await page.waitForSelector(".literature-views[data-papers]");
      const stops = () =>
        page.$$eval('svg.literature [tabindex="0"]', (all) =>
          all
            .filter((mark) => mark.getClientRects().length > 0)
            .map((mark) => mark.classList.contains("paper")),
        );
      await page.$$eval("svg.literature a.node.paper", (papers) => {
        (papers as unknown as SVGElement[]).find((mark) => mark.getClientRects().length > 0)?.focus();
      });
      expect(await stops()).toEqual([true]);
      await page.click('input[data-control="papers"]');
      await page.waitForSelector(".literature-views:not([data-papers])");
      expect(await stops()).toEqual([false]);
    });
  });

  test("three views show the same marks, and a choice holds across them", async () => {
    await on("/map/#focal-reduces-to-soft-cross-entropy", async (page) => {
      await until(page, "focal-reduces-to-soft-cross-entropy");
      const marks = (of: string) =>
        page.$$eval(`[data-of="${of}"] [data-mark^="node-"]`, (all) =>
          [...new Set(all.map((mark) => mark.getAttribute("data-mark")))].sort(),
        );
      const [axes, years, table] = [await marks("axes"), await marks("years"), await marks("table")];
      expect(years).toEqual(axes);
      expect(table).toEqual(axes);
      for (const view of ["years", "table", "axes"]) {
        await page.click(`input[data-control="view"][value="${view}"]`);
        await page.waitForFunction(
          (name) => document.querySelector<HTMLElement>(".literature-views")?.dataset["view"] === name,
          {},
          view,
        );
        expect(await shown(page)).toEqual({ panel: ["focal-reduces-to-soft-cross-entropy"], views: [view] });
        const chosen = await page.$$eval(
          `[data-of="${view}"] .chosen`,
          (all) => all.filter((one) => one.getClientRects().length > 0).length,
        );
        expect(chosen).toBe(1);
      }
    });
  });

  test("the box for papers takes them out of the table too, and brings them back", async () => {
    await on(`/map/${state}.view=table`, async (page) => {
      await awake(page);
      const rows = () =>
        page.$$eval('[data-of="table"] tbody tr', (all) => {
          const seen = all.filter((row) => row.getClientRects().length > 0);
          return [seen.length, seen.filter((row) => row.cells[1]?.textContent === "paper").length];
        });
      const [without, papers] = await rows();
      expect(papers).toBe(0);
      await page.click('input[data-control="papers"]');
      await page.waitForSelector(".literature-views[data-papers]");
      const [all, shownPapers] = await rows();
      expect(shownPapers).toBeGreaterThan(8);
      expect(all! - without!).toBe(shownPapers);
    });
  });

  test("a tie runs where it stands and says what was computed", async () => {
    await on("/map/#dice-approximates-soft-jaccard", async (page) => {
      await until(page, "dice-approximates-soft-jaccard");
      await page.click("#dice-approximates-soft-jaccard button[data-run]");
      await page.waitForSelector("#dice-approximates-soft-jaccard .ran p");
      const words = await page.$eval("#dice-approximates-soft-jaccard .ran p", (ran) => ran.textContent);
      expect(words).toMatch(
        /^Holds at seed \d+\. .+ comparisons, worst departure .+, allowed .+\. [\d.]+ ms\.$/,
      );
    });
  });
});

test("a finger opens a tie on a phone, and its words stay in sight", async () => {
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740, hasTouch: true, isMobile: true });
  await page.goto(`${site.url}/map/`, { waitUntil: "load" });
  const disc = '[data-width="narrow"] a.tie[data-mark="generalised-dice-reduces-to-dice"] .disc';
  await page.$eval(disc, (mark) => mark.scrollIntoView({ block: "center" }));
  await tap(page, disc);
  await until(page, "generalised-dice-reduces-to-dice");
  const top = await page.$eval(
    "#generalised-dice-reduces-to-dice h3",
    (title) => title.getBoundingClientRect().top,
  );
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(740);
  await browser.close();
});

test("without script all views, ties and marks stand on the page", async () => {
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${site.url}/map/`, { waitUntil: "load" });
  const { panel, views } = await shown(page);
  expect(views).toEqual(["axes", "years", "table"]);
  expect(panel.length).toBe(await page.$$eval(".panel", (all) => all.length));
  await browser.close();
});

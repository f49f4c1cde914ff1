import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claims } from "../../src/atlas/publish.ts";
import { checks } from "../../src/checks/registry.ts";
import { numbersIn, verdictOf } from "../../src/checks/verdicts.ts";
import { outcomeWords } from "../../src/widgets/claim-runner/words.ts";
import { dist, engines, launch, type Site, serve } from "./browser.ts";
import { countSeeds, press } from "./figures.ts";

/** Claims in the page, in its data and in Node: the same statements, the same verdicts. */

const read = (path: string) => readFileSync(join(dist, path), "utf8");
const html = (path: string) => parseHTML(read(path)).document;
const numberOf = numbersIn(JSON.parse(read("checked-numbers.json")));

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

const barSays = (page: Page, words: string) =>
  page.waitForFunction(
    (text) => document.querySelector(".claim-bar [role=status]")?.textContent?.includes(text),
    {},
    words,
  );

describe.each(engines)("in %s", (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  async function on<T>(path: string, use: (page: Page) => Promise<T>): Promise<T> {
    const page = await browser.newPage();
    try {
      await page.setViewport({ width: 1280, height: 800 });
      await page.evaluateOnNewDocument(countSeeds);
      await page.goto(site.url + path, { waitUntil: "load" });
      return await use(page);
    } finally {
      await page.close();
    }
  }

  test("Run all gives for every check the words that Node computes for that seed", async () => {
    const seed = 41;
    const ran = await on("/claims/", async (page) => {
      await page.$eval(
        ".claim-bar [name=seed]",
        (field, value) => {
          (field as HTMLInputElement).value = value;
        },
        String(seed),
      );
      await press(page, "[data-run-all]");
      await barSays(page, "hold at seed");
      return page.$$eval(".ran", (all) =>
        all.map((one) => [one.parentElement?.dataset["verdict"] ?? "", one.textContent ?? ""] as const),
      );
    });
    const expected = Object.keys(checks).map((id) => {
      const { claim } = verdictOf(id, seed, numberOf);
      return [id, `${claim.holds ? "Holds" : "Does not hold"} at seed ${seed}. ${outcomeWords(claim)}`];
    });
    const said = ran.map(([id, words]) => [id, words.replace(/ [\d.]+ ms\.$/, "")]);
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(expected));
  });

  test("Run gives the keyboard back to the button that was pressed with it", async () => {
    await on("/claims/", async (page) => {
      await page.focus("[data-verdict] button[data-run]:enabled");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".ran[data-holds]");
      await page.waitForFunction(() => document.activeElement?.matches("button[data-run]:enabled"));
    });
  });

  test("Run shows a fresh seed that can be typed, and the false variant on request", async () => {
    await on("/claims/#tversky-at-one-half-is-dice", async (page) => {
      const place = "#tversky-at-one-half-is-dice";
      await press(page, `${place} button[data-run]`);
      await page.waitForSelector(`${place} .ran p`);
      const first = await page.$eval(
        `${place} input[data-seed]`,
        (field) => (field as HTMLInputElement).value,
      );
      await page.$eval(`${place} input[data-seed]`, (field) => {
        (field as HTMLInputElement).value = "12";
      });
      await press(page, `${place} button[data-run]`);
      await page.waitForFunction(
        (where) => document.querySelector(`${where} .ran`)?.textContent?.includes("at seed 12."),
        {},
        place,
      );
      await press(page, `${place} button[data-run]`);
      await page.waitForFunction(
        (where) => !document.querySelector(`${where} .ran`)?.textContent?.includes("at seed 12."),
        {},
        place,
      );
      const third = await page.$eval(
        `${place} input[data-seed]`,
        (field) => (field as HTMLInputElement).value,
      );
      expect([first, third]).toEqual(["1", "2"]);
      await press(page, `${place} summary`);
      expect(await page.$eval(`${place} .ran details p`, (told) => told.textContent)).toMatch(
        /^In the false variant .+; it fails, as it must: /,
      );
    });
  });

  test("Cancel stops Run all, which says how far it came", async () => {
    await on("/claims/", async (page) => {
      // From within, at the first verdict: all are there before a test's hand has reached the button.
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            new MutationObserver((_, observer) => {
              if (!document.querySelector(".ran")) return;
              observer.disconnect();
              document.querySelector<HTMLButtonElement>("[data-cancel]")!.click();
              done();
            }).observe(document.body, { subtree: true, childList: true, attributes: true });
            document.querySelector<HTMLButtonElement>("[data-run-all]")!.click();
          }),
      );
      await barSays(page, "Stopped: ");
      expect(await page.$$eval(".ran", (all) => all.length)).toBeLessThan(Object.keys(checks).length);
      expect(await page.$eval("[data-run-all]", (button) => (button as HTMLButtonElement).disabled)).toBe(
        false,
      );
    });
  });

  test("the menus hide what is not asked for, and an address to a hidden claim shows it", async () => {
    await on("/claims/#claims.kind=measured", async (page) => {
      await barSays(page, "claims shown");
      const kinds = await page.$$eval(".record", (all) => [
        ...new Set(
          all.filter((one) => one.checkVisibility()).map((one) => (one as HTMLElement).dataset["kind"]),
        ),
      ]);
      expect(kinds).toEqual(["measured"]);
      await page.evaluate(() => {
        location.hash = "#tversky-at-one-half-is-dice";
      });
      await page.waitForFunction(() =>
        document.getElementById("tversky-at-one-half-is-dice")?.checkVisibility(),
      );
    });
  });
});

test("a check whose numbers cannot be had says so and can be run again", async () => {
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.goto(`${site.url}/claims/`, { waitUntil: "load" });
  const place = await page.$eval("button[data-numbers]", (button) => `#${button.closest("li")?.id}`);
  await page.setRequestInterception(true);
  let refused = true;
  page.on("request", (request) =>
    refused && request.url().endsWith("checked-numbers.json")
      ? request.respond({ status: 503 })
      : request.continue(),
  );
  await press(page, `${place} button[data-run]`);
  await page.waitForFunction(
    (where) => document.querySelector(`${where} .ran`)?.textContent?.includes("could not be fetched (503)"),
    {},
    place,
  );
  refused = false;
  await page.waitForFunction(
    (where) => !document.querySelector<HTMLButtonElement>(`${where} button[data-run]`)?.disabled,
    {},
    place,
  );
  await press(page, `${place} button[data-run]`);
  await page.waitForFunction(
    (where) => document.querySelector(`${where} .ran`)?.textContent?.startsWith("Holds at seed"),
    {},
    place,
  );
  await browser.close();
});

test("/claims.json agrees with its schema and with the page: statements, kinds, verdicts, counts", () => {
  const data = claims.parse(JSON.parse(read("claims.json")));
  const page = html("claims/index.html");
  const records = [...page.querySelectorAll("li.record")];
  expect(records.map(({ id }) => id).toSorted()).toEqual(data.claims.map(({ id }) => id).toSorted());
  // The page sets its quotes; the record is typed straight, for programs.
  const plain = (words: string) =>
    words.replace(/\s+/g, " ").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').trim();
  for (const {
    id,
    statement,
    kind,
    form,
    about,
    sources,
    counter,
    note,
    verdict,
    unchecked,
  } of data.claims) {
    const record = page.getElementById(id)!;
    const text = plain(record.textContent!);
    expect(text).toContain(plain(statement));
    expect(record.getAttribute("data-kind")).toBe(kind);
    expect(record.getAttribute("data-about")).toBe(about.join(" "));
    if (form) expect(text).toContain(`${kind}, ${form}`);
    if (note) expect(text).toContain(plain(note));
    for (const against of counter ?? []) expect(text).toContain(plain(against.statement));
    const leads = [...record.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    for (const source of [...sources, ...(counter ?? []).flatMap((one) => one.sources)]) {
      if ("measurement" in source) expect(leads).toContain(`/evidence/#${source.measurement}`);
      else expect(leads).toContain("key" in source ? `/papers/${source.key}/` : "/lab/");
      if ("key" in source && source.where) expect(text).toContain(`, ${plain(source.where)}`);
    }
    // The same record alone, which opens the claim where it stands on other pages.
    const fragment = `<!doctype html><html><body>${read(`claims/records/${id}.txt`)}</body></html>`;
    const alone = plain(parseHTML(fragment).document.body.textContent ?? "");
    expect(alone).toContain(plain(statement));
    const found = plain(verdict ? outcomeWords(verdict) : `Not run here: ${unchecked}`);
    expect(alone).toContain(found);
    expect(text).toContain(found);
  }
  const run = data.claims.filter(({ verdict }) => verdict).length;
  const said = page.querySelector("main")!.textContent!.replace(/\s+/g, " ");
  expect(said).toContain(`${data.claims.length} claims. ${run} of them are run`);
});

import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines, launch, type Site, serve } from "./browser.ts";
import { addressed, awake, desk, figures, focus, hash, says, settled, still, text, turn } from "./figures.ts";
import { listen } from "./visit.ts";

/** The figures in real browsers, as a reader without a mouse, without a script, or with an old address meets them. */

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

describe.each(engines)("figures in %s", (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  async function open(path: string): Promise<{ page: Page; messages: string[] }> {
    const page = await browser.newPage();
    await page.setViewport(desk);
    const messages = listen(page);
    await page.evaluateOnNewDocument(() => {
      const seen: string[] = [];
      (globalThis as unknown as { refused: string[] }).refused = seen;
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        seen.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    await page.goto(site.url + path, { waitUntil: "load" });
    await still(page);
    return { page, messages };
  }
  const refused = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);

  test.each(figures)(
    "%s, touched, redraws under its policy and says nothing on the console",
    async (figure) => {
      const { page, messages } = await open(`/embed/${figure}/`);
      await focus(page, "live-figure [data-width=wide] a, live-figure input");
      await awake(page);
      const charts = await page.$$eval("live-figure .picture svg", (all) =>
        all.map((svg) => svg.outerHTML.length),
      );
      expect(charts.length).toBeGreaterThan(0);
      expect(Math.min(...charts)).toBeGreaterThan(200);
      expect([...messages, ...(await refused(page))]).toEqual([]);
      await page.close();
    },
  );

  test("the dial turned to the paper's setting redraws, says so, and can be had back from its address", async () => {
    const { page, messages } = await open("/embed/tversky-dial/");
    const before = await text(page, "[data-reading=price]");
    // The press that fetches the figure's code is a press: it counts once the code is there.
    await page.click("button[data-preset=salehi]");
    await settled(page);
    expect(await hash(page)).toBe("#tversky-dial.v=1&tversky-dial.alpha=0.30&tversky-dial.beta=0.70");
    const after = await text(page, "[data-reading=price]");
    expect(after).not.toBe(before);
    const words = await says(page);
    expect(words).toMatch(/^At α 0.3 and β 0.7/);
    await page.waitForFunction(
      (to) => document.querySelector("[role=status]")?.textContent === to,
      {},
      words,
    );

    const again = await open(`/embed/tversky-dial/${await page.evaluate(() => location.hash)}`);
    await awake(again.page);
    expect(await text(again.page, "[data-reading=price]")).toBe(after);
    expect(await again.page.$eval("#tversky-dial-alpha", (input) => (input as HTMLInputElement).value)).toBe(
      "0.30",
    );

    await page.click("button[data-reset]");
    await page.waitForFunction(() => location.hash === "");
    expect(await text(page, "[data-reading=price]")).toBe(before);
    expect([...messages, ...again.messages]).toEqual([]);
    await Promise.all([page.close(), again.page.close()]);
  });

  test("a slider moved while the code is on its way is not forgotten", async () => {
    const { page } = await open("/embed/arena/");
    await turn(page, "share", "60");
    await awake(page);
    await settled(page);
    expect(await hash(page)).toBe("#arena.v=1&arena.share=60.0");
    expect(await says(page)).toMatch(/^At 60 percent/);
    expect(await page.$eval("#arena-share", (input) => (input as HTMLInputElement).value)).toBe("60.0");
    await page.close();
  });

  test("hostile addresses leave the figure at values that its controls allow", async () => {
    for (const bad of [
      "arena.v=1&arena.share=1e999",
      "arena.v=1&arena.share=NaN",
      "arena.v=1&__proto__=x",
      "%E0%A4",
    ]) {
      const { page, messages } = await open(`/embed/arena/#${bad}`);
      await page.focus("#arena-share");
      await awake(page);
      const share = await page.$eval("#arena-share", (input) => Number((input as HTMLInputElement).value));
      expect(share).toBeGreaterThanOrEqual(50);
      expect(share).toBeLessThanOrEqual(99.5);
      expect(messages).toEqual([]);
      await page.close();
    }
  });

  test("the panel is worked with the keyboard alone", async () => {
    const { page } = await open("/embed/reference-panel/");
    await page.focus("input[name=reference-panel-judge]");
    await awake(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await addressed(page, "#reference-panel.v=1&reference-panel.judge=weighted");
    expect(await says(page)).toMatch(/prefers the predictor that finds nothing/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("score=f1"));
    expect(await says(page)).toMatch(/of F1/);
    await page.close();
  });

  test("the map is one stop; arrows walk its marks and open their panels, Enter follows", async () => {
    const { page } = await open("/embed/two-axis-map/");
    const shown = "[data-width=wide] a[data-family]";
    await focus(page, shown);
    await awake(page);
    expect(
      await page.$$eval(shown, (all) => all.filter((one) => one.getAttribute("tabindex") === "0").length),
    ).toBe(1);
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector(".panel[data-open]:not([data-panel=none])"));
    const family = await page.evaluate(() => (document.activeElement as HTMLElement).dataset["family"]);
    await page.waitForFunction(
      (id) => document.querySelector(".panel[data-open]")?.getAttribute("data-panel") === id,
      {},
      family,
    );
    const panel = await text(page, ".panel[data-open]");
    expect(panel).toMatch(/reported .*easured/);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(page.url()).toBe(`${site.url}/families/${family}/`);
    await page.close();
  });

  test("a mouse that rests on a mark opens its panel, which stays when the mouse has gone", async () => {
    const { page } = await open("/embed/two-axis-map/");
    await page.hover("[data-width=wide] a[data-family=focal]");
    await page.waitForSelector(".panel[data-panel=focal][data-open]");
    await page.mouse.move(5, 5);
    await page.hover(".panel[data-panel=focal] p:last-child");
    expect(await page.$(".panel[data-panel=focal][data-open]")).not.toBeNull();
    expect(await hash(page)).toBe("");
    await page.click("button[data-reset]");
    await page.waitForSelector(".panel[data-panel=none][data-open]");
    await page.close();
  });

  test("a link to a state leads to its figure, and the way back finds the state again", async () => {
    const { page } = await open("/#arena.v=1&arena.share=70.0");
    await page.waitForSelector("#arena live-figure[data-awake]");
    await page.waitForFunction(
      () => Math.abs(document.querySelector("#arena")!.getBoundingClientRect().top) < 200,
    );
    await page.goto(`${site.url}/glossary/`, { waitUntil: "load" });
    // Back, perhaps out of the browser's memory, where no page loads and no load event comes.
    await page.evaluate(() => void setTimeout(() => history.back()));
    await page.waitForSelector("#arena live-figure[data-awake]");
    await page.waitForFunction(() =>
      document.querySelector("#arena [data-says]")?.textContent?.startsWith("At 70 percent"),
    );
    await page.close();
  });
});

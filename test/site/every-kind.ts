import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { type Engine, launch, type Site, serve } from "./browser.ts";
import { keyboardWalk } from "./keyboard.ts";
import { expectNone } from "./none.ts";
import { kindOf, onePerKind } from "./pages.ts";
import { clipped, motion, sideways, silentScrollers, smallTargets } from "./shape.ts";
import { axeFindings, listen } from "./visit.ts";

/** The full matrix, once for each kind of page; a file an engine, so that both run at the same time. */

/** The media that an engine can be asked to pretend; each engine has its own way to be asked. */
async function pretend(page: Page, features: { name: string; value: string }[]) {
  // The session stays open: what is pretended ends with it.
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features });
}

export function everyKindIn(engine: Engine): void {
  let site: Site;
  let browser: Browser;
  let calm: Browser;
  beforeAll(async () => {
    site = await serve();
    browser = await launch(engine);
    calm =
      engine === "firefox"
        ? await launch(engine, {
            firefox: { "ui.prefersReducedMotion": 1, "browser.display.document_color_use": 2 },
          })
        : browser;
  });
  afterAll(() => Promise.all([browser.close(), calm.close(), site.close()]));

  async function on<T>(
    path: string,
    width: number,
    look: (page: Page) => Promise<T>,
    tool = browser,
  ): Promise<T> {
    const page = await tool.newPage();
    try {
      await page.setViewport({ width, height: 800 });
      await page.goto(site.url + path, { waitUntil: "load" });
      return await look(page);
    } finally {
      await page.close();
    }
  }

  describe.each(onePerKind.map(({ path }) => ({ path, kind: kindOf(path) })))("$kind ($path)", ({ path }) => {
    test("at 320 px scrolls in one direction, what is wide in a region of its own, and passes axe", async () => {
      const complaints = await on(path, 320, async (page) => [
        ...(await sideways(page)),
        ...(await silentScrollers(page)),
        ...(await clipped(page)),
        ...(await axeFindings(page)),
      ]);
      expectNone(complaints);
    });

    test("with text at 200 percent loses nothing", async () => {
      const complaints = await on(path, 1280, async (page) => {
        await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
        return [...(await sideways(page)), ...(await clipped(page))];
      });
      expectNone(complaints);
    });

    test("in forced colours and with reduced motion stays readable and still", async () => {
      const complaints = await on(
        path,
        1280,
        async (page) => {
          if (engine === "chromium") {
            await pretend(page, [
              { name: "forced-colors", value: "active" },
              { name: "prefers-reduced-motion", value: "reduce" },
            ]);
          }
          const asked = await page.evaluate(() =>
            ["(forced-colors: active)", "(prefers-reduced-motion: reduce)"].filter(
              (media) => !matchMedia(media).matches,
            ),
          );
          return [...asked, ...(await motion(page)), ...(await axeFindings(page))];
        },
        calm,
      );
      expectNone(complaints);
    });

    test("can be walked with the keyboard alone, in order and with the focus in sight", async () => {
      expectNone(await on(path, 1280, keyboardWalk));
    });

    test("offers targets of at least 24 px on a phone", async () => {
      expectNone(await on(path, 360, smallTargets));
    });

    test("says nothing on the console and passes axe", async () => {
      const page = await browser.newPage();
      const messages = listen(page);
      await page.goto(site.url + path, { waitUntil: "load" });
      const findings = await axeFindings(page);
      await page.close();
      expectNone([...messages, ...findings]);
    });
  });
}

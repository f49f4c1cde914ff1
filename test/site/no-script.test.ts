import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseHTML } from "linkedom";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dist, engines, launch, type Site, serve } from "./browser.ts";
import { expectNone } from "./none.ts";
import { onePerKind, pages } from "./pages.ts";

/** Without script every page is a complete paper; saved to a folder it can still be read. */

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await serve();
  browser = await launch("chromium");
});
afterAll(() => Promise.all([browser.close(), site.close()]));

async function without<T>(url: string, look: () => T, script = false): Promise<T> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(script);
  await page.goto(url, { waitUntil: "load" });
  const seen = await page.evaluate(look);
  await page.close();
  return seen;
}

/**
 * Every line of the page's main part as it is shown, less what only a script can do: buttons, the menus that narrow
 * the claims, and "only here" in a comparison, which is about the losses that were chosen; without script all stand
 * there and none is chosen.
 */
function shown(): string[] {
  const main = document.querySelector<HTMLElement>("main") ?? document.body;
  for (const own of main.querySelectorAll("button, .claim-bar, .only")) own.remove();
  return main.innerText
    .split(/\n+/)
    .map((line) => line.trim().replaceAll(/\s+/g, " "))
    .filter((line) => line !== "");
}

describe("with script off", () => {
  test.each(onePerKind.map(({ path }) => path))(
    "%s says everything that it says with script",
    async (path) => {
      const off = (await without(site.url + path, shown)).join(" ");
      const on = await without(site.url + path, shown, true);
      expect(on.length).toBeGreaterThan(5);
      expectNone(on.filter((line) => !off.includes(line)));
    },
  );

  test("every figure has its picture and its table or text alternative", () => {
    const lacking = pages.flatMap(({ path, html }) => {
      const { document } = parseHTML(html);
      return [...document.querySelectorAll("figure.figure, .figure")].flatMap((figure) => {
        const drawn = figure.querySelector("svg, img, picture, canvas, table, math") !== null;
        const told =
          figure.querySelector("table, dl, ul, ol, .readings") !== null ||
          (figure.textContent ?? "").length > 200;
        return drawn && told
          ? []
          : [`${path}: <figure id="${figure.id}"> drawn ${drawn}, told in words or table ${told}`];
      });
    });
    expectNone(lacking);
  });

  test("the review holds its equations as MathML, its nine references, its figures and the measured numbers", () => {
    const { document } = parseHTML(pages.find(({ path }) => path === "/")!.html);
    expect(document.querySelectorAll("math").length).toBeGreaterThan(10);
    const references = [...document.querySelectorAll("#references li[id], .references > li[id]")];
    expect(references.length).toBeGreaterThanOrEqual(9);
    expect(document.querySelectorAll(".figure").length).toBeGreaterThanOrEqual(4);
    expect(document.querySelectorAll("a.num").length).toBeGreaterThan(10);
  });
});

describe.each(engines)("opened from a folder in %s, without any server", (engine) => {
  let reader: Browser;
  beforeAll(async () => {
    reader = await launch(engine);
  });
  afterAll(() => reader.close());

  test.each(onePerKind.map(({ path }) => path))(
    "%s says all that it says without script, leads to saved files, and has no control that nothing answers",
    async (path) => {
      const off = await without(site.url + path, shown);
      const page = await reader.newPage();
      await page.goto(pathToFileURL(join(dist, path.endsWith("/") ? `${path}index.html` : path)).href);
      const dead = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(":is(button, input, select, textarea):enabled")]
          .filter((control) => control.checkVisibility({ visibilityProperty: true }))
          .map((control) => `${control.localName} ${control.id} ${control.textContent} answers to nobody`),
      );
      const addresses = await page.evaluate(() =>
        [...document.querySelectorAll("body :is(a, area, img)")].map((element) =>
          String((element as HTMLAnchorElement & HTMLImageElement).href || (element as HTMLImageElement).src),
        ),
      );
      const lost = addresses
        .filter((address) => address.startsWith("file:"))
        .filter((address) => !existsSync(fileURLToPath(address.replace(/[?#].*/, ""))))
        .map((address) => `${address} was not saved`);
      const said = await page.evaluate(() => document.querySelector(".from-folder")?.textContent ?? "");
      const styled = await page.evaluate(() => getComputedStyle(document.body).margin === "0px");
      const here = (await page.evaluate(shown)).join(" ");
      await page.close();
      // Engines differ in how they break cells and mathematics into lines, so that letters are compared.
      const letters = (line: string) => line.replaceAll(/[^A-Za-z]+/g, "");
      const all = letters(here);
      expectNone([...dead, ...lost, ...off.filter((line) => !all.includes(letters(line)))]);
      expect(styled).toBe(true);
      if (!path.startsWith("/v/")) expect(said).toContain("Read from a folder");
    },
  );
});

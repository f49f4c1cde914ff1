import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../scripts/check/tool.ts";
import { launch, serve } from "./browser.ts";
import { danglingLinks } from "./links.ts";
import { expectNone } from "./none.ts";
import { kindOf, pages, pagesIn } from "./pages.ts";
import { listen } from "./visit.ts";

/** The site built for a subfolder of somebody else's server, as GitHub Pages serves a project. */

const base = "/some/folder/";
let top: string;
let folder: string;

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), "lossmap-base-"));
  folder = join(top, "some", "folder");
  const { code, output } = await run("astro", ["build", "--outDir", folder], { LOSSMAP_BASE: base });
  if (code !== 0) throw new Error(output.slice(-2000));
});
afterAll(() => rmSync(top, { recursive: true }));

test("holds the same pages as at the root", () => {
  expect(pagesIn(folder).map(({ path }) => path)).toEqual(pages.map(({ path }) => path));
});

test("every link, picture, script and fragment stays within the folder and leads somewhere", () => {
  expectNone([...new Set(danglingLinks(folder, base))]);
});

test("one page of each kind works there, in silence", async () => {
  const site = await serve(top);
  const browser = await launch("chromium");
  const kinds = new Map(pagesIn(folder).map(({ path }) => [kindOf(path), path]));
  const wrong: string[] = [];
  for (const path of kinds.values()) {
    const page = await browser.newPage();
    const messages = listen(page);
    await page.goto(site.url + base.slice(0, -1) + path, { waitUntil: "networkidle0" });
    const unstyled = await page.evaluate(() => getComputedStyle(document.body).margin !== "0px");
    wrong.push(
      ...messages.map((message) => `${path}: ${message}`),
      ...(unstyled ? [`${path}: no style`] : []),
    );
    await page.close();
  }
  await browser.close();
  await site.close();
  expectNone(wrong);
});

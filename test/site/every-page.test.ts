import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, type Site, serve } from "./browser.ts";
import { expectNone } from "./none.ts";
import { pages } from "./pages.ts";
import { type Facts, inTurns, visit } from "./visit.ts";

/** What holds on every page that was built: its weight, its silence, its openness, in both themes. */

const facts = new Map<string, Facts>();
let site: Site;

beforeAll(async () => {
  site = await serve();
  const browser = await launch("chromium");
  try {
    await inTurns(pages, async ({ path }) => facts.set(path, await visit(browser, site.url, path)));
  } finally {
    await browser.close();
  }
});
afterAll(() => site.close());

const of = (path: string) => facts.get(path)!;
const sum = (list: readonly { bytes: number }[]) => list.reduce((total, { bytes }) => total + bytes, 0);

/** Walls in Brotli bytes and counts; the review carries the whole argument, in each edition, and may weigh more. */
const budget = (path: string) =>
  path === "/" || path.startsWith("/v/")
    ? { total: 110_000, script: 8_000, fonts: 60_000, requests: 14, nodes: 6_000 }
    : { total: 70_000, script: 8_000, fonts: 45_000, requests: 12, nodes: 3_500 };

describe.each(pages.map(({ path }) => path))("%s", (path) => {
  test("stays within its budget of bytes, requests and nodes", () => {
    const { requests, nodes } = of(path);
    const spent = {
      total: sum(requests),
      script: sum(requests.filter(({ kind }) => kind === "script")),
      fonts: sum(requests.filter(({ kind }) => kind === "font")),
      requests: requests.length,
      nodes,
    };
    const over = Object.entries(budget(path)).filter(
      ([name, wall]) => spent[name as keyof typeof spent] > wall,
    );
    expectNone(over.map(([name, wall]) => `${name} ${spent[name as keyof typeof spent]} > ${wall}`));
  });

  test("does not move while it loads", () => {
    expect(of(path).shift).toBe(0);
  });

  test("says nothing on the console and misses nothing", () => {
    expectNone(of(path).messages);
  });

  test("asks no other origin for anything", () => {
    expectNone(
      of(path)
        .requests.map(({ url }) => url)
        .filter((url) => !url.startsWith(`${site.url}/`)),
    );
  });

  test("breaks no rule of its own content-security policy", () => {
    expectNone(of(path).violations);
  });

  test("has nothing that axe objects to, light or dark", () => {
    const { light, dark } = of(path).axe;
    expectNone([...light.map((line) => `light: ${line}`), ...dark.map((line) => `dark: ${line}`)]);
  });
});

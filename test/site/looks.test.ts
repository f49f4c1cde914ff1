import { globSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Browser } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, pinnedRuns, type Site, serve } from "./browser.ts";
import { complaintOf, differenceOf, referenceOf } from "./likeness.ts";
import { looks, shoot } from "./looks.ts";

/** Key pages and figures look as they did when somebody last looked: see CONTRIBUTING.md, "Change how it looks". */

let site: Site;
let browser: Browser | undefined;
beforeAll(async () => {
  site = await serve();
  if (pinnedRuns) browser = await launch("chromium", { pinned: true });
});
afterAll(() => Promise.all([browser?.close(), site.close()]));

describe.runIf(pinnedRuns).concurrent("as its reference looks", () => {
  test.for(looks)("$name", async (look, { expect }) => {
    expect(await complaintOf(look.name, await shoot(browser!, site.url, look))).toBeUndefined();
  });
});

test("every reference belongs to a look, and all together weigh less than 1.5 MB", () => {
  const files = globSync(referenceOf("*"));
  expect(files.map((file) => basename(file, ".png")).sort()).toEqual(looks.map(({ name }) => name).sort());
  expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(1_500_000);
});

describe("differenceOf()", () => {
  const ground = { create: { width: 200, height: 100, channels: 3, background: "#fbfaf5" } } as const;
  const draw = (svg: string) =>
    sharp(ground)
      .composite([
        {
          input: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${svg}</svg>`),
        },
      ])
      .png()
      .toBuffer();

  test("differenceOf() sees a mark that moved by one pixel, and names the pixels", async () => {
    const [before, after] = await Promise.all(
      [40, 41].map((x) => draw(`<rect x="${x}" y="20" width="9" height="40"/>`)),
    );
    expect((await differenceOf(before!, after!))?.says).toBe("80 of 20000 pixels differ");
  });

  test("differenceOf() sees a change of ink that a reader would", async () => {
    const [before, after] = await Promise.all(
      ["#1a1a17", "#3a3a37"].map((ink) => draw(`<rect x="40" y="20" width="9" height="40" fill="${ink}"/>`)),
    );
    expect((await differenceOf(before!, after!))?.says).toMatch(/^360 of/);
  });

  test("differenceOf() forgives a rounding of colour, and tells another size", async () => {
    const [before, after] = await Promise.all(
      ["#1a1a17", "#1b1a18"].map((ink) => draw(`<circle r="30" fill="${ink}"/>`)),
    );
    expect(await differenceOf(before!, after!)).toBeUndefined();
    const taller = await sharp(before).extend({ bottom: 1 }).png().toBuffer();
    expect(await differenceOf(before!, taller)).toEqual({
      says: "200 × 101 pixels where the reference has 200 × 100",
    });
  });
});

import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { rowsOf } from "../../src/components/figure-rows.ts";
import { errorBars, referenceBars } from "../../src/plots/reference.ts";
import { initialState } from "../../src/widgets/controls.ts";
import { barsOf, controls, errorsOf, type Rows } from "../../src/widgets/reference-panel/spec.ts";
import { expectFit, lines, sheet } from "./drawn.ts";

const rows = rowsOf["reference-panel"]!(atlas) as Rows;
const initial = initialState(controls);

describe("referenceBars", () => {
  it("referenceBars() draws each bar as long as its value, measured solid and derived outlined", async () => {
    const svg = referenceBars(sheet(600), barsOf(initial, rows));
    expectFit(svg);
    const axis = 600 - 142 - 182;
    const solid = [...svg.querySelectorAll("g[fill^='var(--curve'] rect, g[fill='var(--background)'] rect")];
    const widths = solid.map((rect) => Number(rect.getAttribute("width")) / axis);
    rows.iou.classes.forEach(({ model }, c) => {
      expect(widths[c]).toBeCloseTo(model.value, 2);
    });
    expect(svg.querySelectorAll("g[fill='none'][stroke='var(--ink)'] rect").length).toBe(3);
    await expect(lines(svg)).toMatchFileSnapshot("__snapshots__/reference-wide.svg");
  });

  it("referenceBars() without the rival prints no digit of it", () => {
    const texts = (rival: boolean) =>
      [...referenceBars(sheet(600), barsOf({ ...initial, rival }, rows)).querySelectorAll(".digits text")]
        .length;
    expect([texts(true), texts(false)]).toEqual([12, 6]);
  });

  it("referenceBars() on a phone", async () => {
    const svg = referenceBars(sheet(340), barsOf({ ...initial, judge: "weighted", score: "f1" }, rows));
    expectFit(svg);
    await expect(lines(svg)).toMatchFileSnapshot("__snapshots__/reference-narrow.svg");
  });
});

describe("errorBars", () => {
  it("errorBars() prints both errors in their own digits", async () => {
    const svg = errorBars(sheet(340), errorsOf(rows));
    expectFit(svg);
    const digits = [...svg.querySelectorAll(".digits text")].map((text) => text.textContent);
    expect(digits).toEqual([rows.error.dice.text, rows.error.tversky.text]);
    await expect(lines(svg)).toMatchFileSnapshot("__snapshots__/reference-errors.svg");
  });
});

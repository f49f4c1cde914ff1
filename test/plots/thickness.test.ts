import { describe, expect, it } from "vitest";
import { maskPicture } from "../../src/plots/mask.ts";
import { lowest, thicknessChart } from "../../src/plots/thickness.ts";
import { initialState } from "../../src/widgets/controls.ts";
import { chartOf, controls, dialOf, maskOf } from "../../src/widgets/tversky-dial/spec.ts";
import { expectFit, lines, sheet } from "./drawn.ts";

const initial = initialState(controls);

describe("thicknessChart", () => {
  it("thicknessChart() at one half each draws one line, because the two losses are one", async () => {
    const svg = thicknessChart(sheet(340), chartOf(dialOf(initial)));
    expectFit(svg);
    expect(svg.querySelectorAll("g[stroke^='var(--'] path, path[stroke^='var(--']").length).toBe(1);
    await expect(lines(svg)).toMatchFileSnapshot("__snapshots__/thickness-dice.svg");
  });

  it("thicknessChart() with a tilt draws both lines and marks where each is lowest", async () => {
    const chart = chartOf(dialOf({ ...initial, alpha: 0.3, beta: 0.7 }));
    const svg = thicknessChart(sheet(340), chart);
    expectFit(svg);
    expect(lowest(chart.steps, "tversky").thickness).toBeGreaterThan(lowest(chart.steps, "dice").thickness);
    await expect(lines(svg)).toMatchFileSnapshot("__snapshots__/thickness-salehi.svg");
  });
});

describe("maskPicture", () => {
  it("maskPicture() draws every pixel that is not rightly background, each once", async () => {
    const dial = dialOf(initial);
    const svg = maskPicture(sheet(340), maskOf(dial));
    const drawn = (name: string) =>
      [
        ...svg
          .querySelector(`.${name}`)!
          .getAttribute("d")!
          .matchAll(/h([\d.]+)v/g),
      ].map(([, run]) => Number(run));
    expect(drawn("hit").reduce((sum, run) => sum + run, 0)).toBe(dial.tp);
    expect(drawn("missed").length).toBe(dial.fn);
    expect(drawn("stray").length).toBe(dial.fp);
    await expect(lines(svg)).toMatchFileSnapshot("__snapshots__/mask.svg");
  });
});

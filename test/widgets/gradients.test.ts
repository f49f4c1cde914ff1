import { parseHTML } from "linkedom";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { gradientRows } from "../../src/components/gradient-rows.ts";
import { listener } from "../../src/experiments/listening.ts";
import { sortedErrors } from "../../src/experiments/lovasz-order.ts";
import { faithful, predictInto } from "../../src/experiments/prediction.ts";
import { initialState } from "../../src/widgets/controls.ts";
import { voicesGrid } from "../../src/widgets/gradients/grid.ts";
import { firstPicture } from "../../src/widgets/gradients/picture.ts";
import {
  controls,
  departureOf,
  namesOf,
  sayOf,
  side,
  sortOf,
  spec,
  truthOfFigure,
} from "../../src/widgets/gradients/spec.ts";

const rows = gradientRows();
const background = Object.fromEntries(rows.heard.map(({ row, logitShares }) => [row, logitShares[0]!]));

describe("the gradients' first state", () => {
  it("bears out the figure's title: cross-entropy pulls at the paper, focal and Lovász at the curves", () => {
    const others = Object.entries(background).filter(([row]) => row !== "soft-cross-entropy");
    expect(background["soft-cross-entropy"]).toBeGreaterThan(Math.max(...others.map(([, share]) => share)));
    expect(background["soft-cross-entropy"]).toBeGreaterThan(2 / 3);
    expect(background["focal"]).toBeLessThan(0.5);
    expect(background["lovasz-softmax"]).toBeLessThan(0.5);
  });

  it("is as empty as the reference task, to half a percent", () => {
    const { labels } = truthOfFigure();
    expect(labels.filter((label) => label === 0).length / labels.length).toBeCloseTo(0.97, 2);
  });

  it("is said in a sentence with the largest and the smallest share of the background", () => {
    const percent = (row: string) => Math.round(100 * background[row]!);
    expect(spec.say(initialState(controls), rows)).toContain(`${percent("soft-cross-entropy")} percent`);
    expect(spec.say(initialState(controls), rows)).toContain(`Lovász-Softmax (${percent("lovasz-softmax")})`);
  });

  it("names the first of the losses whose shares print alike, as at no confidence, where cross-entropy is focal", () => {
    const said = sayOf(listener(truthOfFigure()).hear({ ...faithful, confidence: 0 }));
    expect(said).toMatch(/97 percent falls on background .* the most under cross-entropy \(97\)/);
  });

  it("voicesGrid() parts the shares of a loss by spaces, for those who hear or copy them", () => {
    const { document } = parseHTML("<!doctype html><html><body></body></html>");
    const grid = voicesGrid(document, rows.heard, namesOf(3), () => document.createElement("canvas"));
    expect(grid.querySelector(".shares")!.textContent).toMatch(
      /^background: \d+ curve 1: \d+ curve 2: \d+ $/,
    );
  });

  it("firstPicture() is a column of two curves and fourteen gradients", async () => {
    const { width, height, format } = await sharp(await firstPicture()).metadata();
    expect({ width, height, format }).toEqual({ width: side, height: 16 * side, format: "webp" });
  });

  it("sortOf() takes the worst first and names the share of the weight that they hold", () => {
    const truth = truthOfFigure();
    const logits = new Float64Array(3 * side * side);
    predictInto(truth, departureOf(initialState(controls)), logits);
    const { sorted, description } = sortOf(truth, logits, 2, namesOf(3));
    expect(sorted.map(({ error }) => error)).toEqual(sorted.map(({ error }) => error).sort((a, b) => b - a));
    const held = sorted.reduce((sum, { adds }) => sum + adds, 0);
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThanOrEqual(1);
    expect(description).toContain(`${Math.round(100 * held)} percent`);
  });

  it("sortedErrors() of the first few is the beginning of the whole order, ties included", () => {
    const truth = truthOfFigure();
    const logits = new Float64Array(3 * side * side);
    predictInto(truth, { ...departureOf(initialState(controls)), blur: 0, shift: 0 }, logits);
    for (const c of [0, 1, 2]) {
      const whole = sortedErrors(truth, logits, c, side * side);
      for (const top of [1, 40, 160])
        expect(sortedErrors(truth, logits, c, top)).toEqual(whole.slice(0, top));
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullest } from "../../src/experiments/fullest.ts";
import { listener } from "../../src/experiments/listening.ts";
import { reportOf } from "../../src/experiments/mask.ts";
import { maskPair, shapesOf } from "../../src/experiments/mask-logs.ts";
import { truthOf } from "../../src/experiments/mask-window.ts";
import { faithful } from "../../src/experiments/prediction.ts";

/** A sheet with upright lines two pixels wide: class k + 1 at the k-th column, over so many rows. */
function sheet(width: number, height: number, ...lines: readonly (readonly [x: number, rows: number])[]) {
  const labels = new Uint8Array(width * height);
  lines.forEach(([x, rows], k) => {
    for (let y = 0; y < rows; y++) labels.fill(k + 1, y * width + x, y * width + x + 2);
  });
  return { width, height, labels, values: [0, ...lines.map((_, k) => k + 1)] };
}

const masks = {
  "two curves 650 pixels apart": [sheet(800, 600, [50, 600], [700, 600]), [1], [2], [1, 2]],
  "three classes, one far away": [sheet(800, 600, [50, 600], [80, 600], [500, 20]), [1, 2], [3], [1, 2]],
  "five lines 60 pixels apart": [
    sheet(800, 600, ...[1, 61, 121, 181, 241].map((x) => [x, 600] as const)),
    [1, 2, 3],
    [4, 5],
    [1, 2],
  ],
  "a sparse mask of 4096 × 4096": [sheet(4096, 4096, [10, 300], [4000, 200]), [1], [2], [1, 2]],
  "a blob wider than the window": [
    { width: 400, height: 300, labels: new Uint8Array(120_000).fill(1, 0, 50_000), values: [0, 1] },
    [1],
    [],
    [1],
  ],
} as const;

describe("a window of a mask", () => {
  it.each(Object.entries(masks))(
    "%s: every class in the window is there, and the losses are heard",
    (_, row) => {
      const [mask, kept, outside, trained] = row;
      const report = reportOf(mask);
      const truth = truthOf(mask, report);
      expect([truth.kept, truth.outside]).toEqual([kept, outside]);
      expect(new Set(truth.labels)).toEqual(new Set([0, ...kept.map((_label, k) => k + 1)]));
      for (const { value, logitShares } of listener(truth).hear({ ...faithful, shift: 1 })) {
        expect(value).toBeGreaterThan(0);
        expect(logitShares.every(Number.isFinite)).toBe(true);
      }
      const shapes = shapesOf(mask, report);
      expect(shapes.kept).toEqual(trained);
      expect(shapes.width * shapes.height).toBeLessThanOrEqual(96_000);
      const { scene } = maskPair(shapes, 1, "easy").train;
      expect(new Set(scene.labels)).toEqual(new Set([0, ...trained.map((_label, k) => k + 1)]));
    },
  );

  it("stands with what it holds in its middle", () => {
    const mask = sheet(800, 128, [400, 100]);
    expect(truthOf(mask, reportOf(mask))).toMatchObject({ left: 337, top: 0 });
  });
});

describe("fullest", () => {
  it("fullest() finds what counting every window finds", () => {
    const any = fc.record({
      width: fc.integer({ min: 1, max: 9 }),
      drawn: fc.array(fc.nat(4), { minLength: 9, maxLength: 70 }),
      w: fc.integer({ min: 1, max: 9 }),
      h: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(any, ({ width, drawn, w: across, h: down }) => {
        const height = Math.floor(drawn.length / width);
        const [w, h] = [Math.min(across, width), Math.min(down, height)];
        // Label 4 is no class that is looked for: it counts as background.
        const number = Uint8Array.from([0, 1, 2, 3, 0]);
        const labels = Uint8Array.from(drawn.slice(0, width * height));
        let best: { score: number; left: number; top: number } | undefined;
        for (let top = 0; top + h <= height; top++)
          for (let left = 0; left + w <= width; left++) {
            const inside = [...labels]
              .filter((_, i) => {
                const [x, y] = [i % width, Math.floor(i / width)];
                return x >= left && x < left + w && y >= top && y < top + h;
              })
              .map((label) => number[label]!);
            const ink = inside.filter((k) => k > 0);
            const balance = Math.min(ink.length, w * h - ink.length);
            const score = 1000 * new Set(ink).size + balance;
            if (balance > 0 && !(best && best.score >= score)) best = { score, left, top };
          }
        const found = fullest({ width, height, labels, number, classes: 3 }, w, h);
        expect(found).toEqual(best && { left: best.left, top: best.top });
      }),
    );
  });
});

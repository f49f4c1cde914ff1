import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logsOf, pairOf } from "../../src/experiments/logs.ts";
import { reportOf } from "../../src/experiments/mask.ts";
import { maskPair, shapesOf } from "../../src/experiments/mask-logs.ts";
import { truthOf } from "../../src/experiments/mask-window.ts";
import { outcomeOf, scoresAt } from "../../src/experiments/outcome.ts";
import { defaultProtocol } from "../../src/experiments/protocol.ts";
import { createRun } from "../../src/experiments/run.ts";
import { scene } from "../../src/experiments/scene.ts";

/** A label image drawn with digits; a point is class 0. */
function image(...rows: string[]) {
  const labels = Uint8Array.from([...rows.join("")].map((c) => Number(c) || 0));
  const classes = Math.max(...labels) + 1;
  const values = Array.from({ length: classes }, (_, c) => 10 * c);
  return { width: rows[0]!.length, height: rows.length, labels, values };
}

describe("reportOf", () => {
  it("reportOf() counts pixels, shares and pieces; corners hold together", () => {
    const report = reportOf(image("1....22", ".1...22", "..1....", "....1.2"));
    expect(report.classes.map(({ pieces, largestPiece }) => [pieces, largestPiece])).toEqual([
      [1, 19],
      [2, 3],
      [2, 4],
    ]);
    expect(report.background).toBe(0);
    expect(report.backgroundShare).toBe(19 / 28);
    expect(report.classes[2]!.value).toBe(20);
  });

  it("reportOf() measures strokes of one, two and three pixels as such, upright, level and slanting", () => {
    const upright = image(...Array(9).fill("..1...22...333.."));
    expect(
      reportOf(upright)
        .classes.slice(1)
        .map((c) => c.stroke.median),
    ).toEqual([1, 2, 3]);
    const level = image("........", "11111111", "........", "22222222", "22222222", "........");
    expect(
      reportOf(level)
        .classes.slice(1)
        .map((c) => c.stroke.median),
    ).toEqual([1, 2]);
    const slanting = image(...Array.from({ length: 9 }, (_, k) => ".".repeat(k) + "1".padEnd(9 - k, ".")));
    expect(reportOf(slanting).classes[1]!.stroke).toEqual({ low: 1, median: 1, high: 1 });
  });

  it("reportOf() of a simulated log finds strokes of one to three pixels", () => {
    const { width, height, labels } = scene({ seed: 3, width: 400, height: 120, swing: 0.06 });
    const { classes } = reportOf({ width, height, labels, values: [0, 1, 2] });
    for (const { stroke, pieces } of classes.slice(1)) {
      expect(stroke.low).toBeGreaterThanOrEqual(1);
      expect(stroke.high).toBeLessThanOrEqual(3);
      expect(pieces).toBeLessThan(20);
    }
  });

  it("reportOf() counts the same pieces as a flood fill on any image", () => {
    const any = fc.record({
      width: fc.integer({ min: 1, max: 9 }),
      labels: fc.array(fc.nat(2), { minLength: 9 }),
    });
    fc.assert(
      fc.property(any, ({ width, labels: drawn }) => {
        const height = Math.floor(drawn.length / width);
        const labels = Uint8Array.from(drawn.slice(0, width * height));
        const sizes: number[][] = [[], [], []];
        const seen = new Set<number>();
        for (let start = 0; start < labels.length; start++) {
          if (seen.has(start)) continue;
          const queue = [start];
          seen.add(start);
          for (const at of queue)
            for (const dy of [-1, 0, 1])
              for (const dx of [-1, 0, 1]) {
                const [x, y] = [(at % width) + dx, Math.floor(at / width) + dy];
                const next = y * width + x;
                if (x < 0 || y < 0 || x >= width || y >= height || seen.has(next)) continue;
                if (labels[next] !== labels[start]) continue;
                seen.add(next);
                queue.push(next);
              }
          sizes[labels[start]!]!.push(queue.length);
        }
        const { classes } = reportOf({ width, height, labels, values: [0, 1, 2] });
        expect(classes.map((c) => c.pieces)).toEqual(sizes.map((s) => s.length));
        expect(classes.map((c) => c.largestPiece)).toEqual(sizes.map((s) => Math.max(0, ...s)));
      }),
    );
  });
});

describe("maskPair", () => {
  const { width, height, labels } = scene({ seed: 3, width: 90, height: 40 });
  const values = [0, 1, 2];

  it("maskPair() draws the reader's own shapes, and mirrored ones to be tested on", () => {
    const mask = { width, height, labels, values };
    const { train, test } = maskPair(shapesOf(mask, reportOf(mask)), 1, "easy");
    expect(train.scene.labels).toEqual(labels);
    expect(test.scene.labels.subarray(0, width)).toEqual(labels.slice(0, width).reverse());
    const logs = logsOf(
      { ...pairOf(train.scene, test.scene) },
      { ...defaultProtocol, imbalance: "geometry" },
    );
    const run = createRun({ ...defaultProtocol, row: "soft-cross-entropy", steps: 40 }, logs.train);
    run.advance(40);
    expect(scoresAt(outcomeOf("soft-cross-entropy", run.weights, logs).outcome, 0.95)[1]!.f1).toBeGreaterThan(
      0.5,
    );
  });

  it("maskPair() keeps the two largest classes beside the largest, and runs on a binary mask", () => {
    const busy = { width, height, labels: labels.map((label) => 3 - label), values: [5, 6, 7, 8] };
    const corner = busy.labels.fill(0, 0, 3);
    const cornered = { ...busy, labels: corner };
    const { train } = maskPair(shapesOf(cornered, reportOf(cornered)), 1, "easy");
    expect(train.scene.labels[0]).toBe(0);
    expect(train.scene.traces.length).toBe(2);
    const binary = { width, height, labels: labels.map((label) => (label === 1 ? 1 : 0)), values: [0, 255] };
    expect(maskPair(shapesOf(binary, reportOf(binary)), 1, "easy").train.scene.traces.length).toBe(1);
  });

  it("maskPair() refuses a mask without foreground, and one that is too small, each with the true reason", () => {
    const empty = { width, height, labels: new Uint8Array(width * height), values: [0] };
    expect(() => maskPair(shapesOf(empty, reportOf(empty)), 1, "easy")).toThrow(
      /^the mask is all background/,
    );
    const small = image("..1....", ".......");
    expect(() => maskPair(shapesOf(small, reportOf(small)), 1, "easy")).toThrow(/leaves 7 × 2 pixels/);
  });
});

describe("truthOf", () => {
  it("truthOf() cuts a window around the foreground and numbers the background first", () => {
    const width = 300;
    const labels = new Uint8Array(width * 200).fill(2);
    for (let y = 150; y < 190; y++) labels.fill(0, y * width + 250, y * width + 253);
    labels[160 * width + 240] = 1;
    const image = { width, height: 200, labels, values: [3, 7, 9] };
    const truth = truthOf(image, reportOf(image));
    expect([truth.width, truth.height, truth.classes]).toEqual([128, 128, 3]);
    const count = (c: number) => truth.labels.filter((label) => label === c).length;
    expect([count(1), count(2)]).toEqual([120, 1]);
    expect(count(0)).toBe(128 * 128 - 121);
  });
});

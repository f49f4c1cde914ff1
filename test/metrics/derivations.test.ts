import { expect, test } from "vitest";
import { type Derivation, derivations } from "../../src/metrics/derivations.ts";

/** The published values, typed here once more by hand: the test must not read the record that it checks. */
const raw = {
  "reference-task": { "class-count": 3, "background-share": 0.97 },
  "dice-baseline": { iou: [0.94, 0.26, 0.21], f1: [0.97, 0.37, 0.32] },
  "trace-error": { dice: 0.0367, tversky: 0.0277 },
  "companion-curve-evaluation": { "peak-iou": 0.51 },
};

const run = (name: string) => (derivations[name] as Derivation)(raw);

test("mean-iou averages the three classes", () => {
  expect(run("mean-iou")["value"]).toBeCloseTo(0.47, 12);
});

test("frequency-weighted-iou puts the all-background predictor ahead of the Dice baseline", () => {
  expect(run("frequency-weighted-iou")["value"]).toBeCloseTo(0.97 * 0.94 + 0.015 * 0.26 + 0.015 * 0.21, 12);
  expect(run("all-background-weighted-iou")["value"]).toBeCloseTo(0.9409, 12);
});

test("frequency-weighted F1 puts the all-background predictor ahead as well, and a mean over the curves does not", () => {
  const weightedF1 = 0.97 * 0.97 + 0.015 * 0.37 + 0.015 * 0.32;
  expect(run("frequency-weighted-f1")["value"]).toBeCloseTo(weightedF1, 12);
  expect(run("all-background-weighted-f1")["value"]).toBeCloseTo(0.97 * ((2 * 0.97) / 1.97), 12);
  expect(run("curve-mean-f1")["value"]).toBeCloseTo(0.345, 12);
  expect(run("all-background")["curve-mean"]).toBe(0);
  expect(run("all-background")["mean-f1"]).toBeCloseTo((2 * 0.97) / 1.97 / 3, 12);
});

test("all-background agrees with a count over 10,000 pixels", () => {
  const truth = Array.from({ length: 10_000 }, (_, i) => (i < 9_700 ? 0 : 1 + (i % 2)));
  const iou = [0, 1, 2].map((c) => {
    const tp = truth.filter((t) => t === c && c === 0).length;
    const union = truth.filter((t) => t === c || c === 0).length;
    return tp / union;
  });
  const result = run("all-background");
  expect(result["iou"]).toEqual(iou);
  expect(result["accuracy"]).toBe(0.97);
  expect(result["f1"]).toEqual([expect.closeTo((2 * 9_700) / (2 * 9_700 + 300), 12), 0, 0]);
});

test("f1-from-iou gives what pooled counts would, above the measured F1 of both curves", () => {
  const { f1, excess } = run("f1-from-iou") as Record<string, number[]>;
  expect(f1?.map((x) => x.toFixed(3))).toEqual(["0.969", "0.413", "0.347"]);
  expect(excess?.[1]).toBeGreaterThan(0.01);
  expect(excess?.[2]).toBeGreaterThan(0.01);
  expect(Math.abs(excess?.[0] ?? 1)).toBeLessThan(0.005);
});

test("companion-f1-from-iou shows that the companion's pair is not pooled either", () => {
  expect(run("companion-f1-from-iou")["value"]).toBeCloseTo(0.675, 3);
});

test("trace-error-reduction is 24.5 percent", () => {
  expect(run("trace-error-reduction")["value"]).toBeCloseTo(0.245, 3);
});

test("class-shares sum to one", () => {
  const { share } = run("class-shares") as Record<string, number[]>;
  expect(share).toHaveLength(3);
  expect(share?.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
});

test("focal-gradient-ratio finds crossing and summit of slopes taken by finite differences", () => {
  const focal = (x: number) => {
    const p = 1 / (1 + Math.exp(-x));
    return -((1 - p) ** 2) * Math.log(p);
  };
  const entropy = (x: number) => Math.log1p(Math.exp(-x));
  const slope = (f: (x: number) => number, x: number) => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5;
  const ratio = (p: number) => slope(focal, Math.log(p / (1 - p))) / slope(entropy, Math.log(p / (1 - p)));
  const { crossing, peak } = run("focal-gradient-ratio") as Record<string, number>;
  expect(ratio(crossing ?? 0)).toBeCloseTo(1, 6);
  expect(crossing).toBeCloseTo(0.29764, 5);
  const grid = Array.from({ length: 999 }, (_, i) => ratio((i + 1) / 1000));
  expect(peak).toBeCloseTo(Math.max(...grid), 4);
});

test("focal-minimiser agrees with a search over the expected loss", () => {
  const best = (gamma: number) => {
    const expected = (p: number) =>
      -0.8 * (1 - p) ** gamma * Math.log(p) - 0.2 * p ** gamma * Math.log(1 - p);
    const grid = Array.from({ length: 99_999 }, (_, i) => (i + 1) / 100_000);
    return grid.reduce((a, b) => (expected(b) < expected(a) ? b : a));
  };
  const result = run("focal-minimiser") as Record<string, number>;
  for (const gamma of [1, 2, 5]) expect(result[`gamma-${gamma}`]).toBeCloseTo(best(gamma), 4);
});

test("focal-tversky-slope rises toward a solved class for the published exponent and falls for the reciprocal", () => {
  const result = run("focal-tversky-slope") as Record<string, number>;
  expect(result["published-unsolved"]).toBeCloseTo(0.77, 2);
  expect(result["published-solved"]).toBeCloseTo(2.37, 2);
  expect(result["reciprocal-unsolved"]).toBeCloseTo(1.29, 2);
  expect(result["reciprocal-solved"]).toBeCloseTo(0.29, 2);
});

test("tversky-miss-cost is the ratio of the index's two true slopes", () => {
  const index = (fp: number, miss: number) => (10 - miss) / (10 - miss + 0.5 * fp + 0.5 * (10 + miss));
  const h = 1e-6;
  const byMiss = (index(5, h) - index(5, -h)) / (2 * h);
  const byStray = (index(5 + h, 0) - index(5 - h, 0)) / (2 * h);
  expect(run("tversky-miss-cost")["value"]).toBeCloseTo(byMiss / byStray, 6);
});

test("a derivation names the number that it misses", () => {
  expect(() => derivations["mean-iou"]?.({})).toThrow(
    "dice-baseline.iou: one number for each class expected",
  );
});

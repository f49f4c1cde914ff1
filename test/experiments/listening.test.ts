import { describe, expect, it } from "vitest";
import { classesOf, likeliest, probability } from "../../src/experiments/linear.ts";
import { listener, strength, voices } from "../../src/experiments/listening.ts";
import { sortedErrors } from "../../src/experiments/lovasz-order.ts";
import { faithful, predictInto, type Truth } from "../../src/experiments/prediction.ts";
import { rowOf } from "../../src/experiments/protocol.ts";
import { parseCase, runCase } from "../../src/losses/case.ts";
import { evaluate } from "../../src/losses/kernel.ts";
import { lovaszSoftmax } from "../../src/losses/lovasz-softmax.ts";
import { nest } from "../../src/losses/nested.ts";
import { losses } from "../../src/losses/registry.ts";

const [width, height] = [24, 16];
const labels = Uint8Array.from(
  { length: width * height },
  (_, i) => ({ 9: 1, 15: 2, 16: 2 })[i % width] ?? 0,
);
const truth: Truth = { width, height, classes: 3, labels };
const predicted = (departure: Partial<typeof faithful>) => {
  const z = new Float64Array(3 * labels.length);
  predictInto(truth, { ...faithful, ...departure }, z);
  return z;
};

describe("prediction", () => {
  it("predictInto() without departure is the truth with the margin asked for", () => {
    const z = predicted({ confidence: 5 });
    expect(classesOf(z, 3)).toEqual(labels);
    expect(z[labels.length + 9]! - z[9]!).toBe(5);
  });

  it("predictInto({shift}) moves every curve right and lets background in", () => {
    const shown = classesOf(predicted({ shift: 3 }), 3);
    expect([...shown.subarray(0, width).keys()].filter((x) => shown[x] === 1)).toEqual([12]);
    const half = predicted({ shift: 0.5 });
    expect(half[labels.length + 9]).toBe(half[labels.length + 10]);
  });

  it("predictInto({missed}) loses the curves in the middle rows, {stray} adds a blob of class 1", () => {
    const missed = classesOf(predicted({ missed: 0.5 }), 3);
    expect(missed.filter((c) => c === 1).length).toBe(8);
    const stray = classesOf(predicted({ stray: 2 }), 3);
    expect(stray.filter((c) => c === 1).length).toBe(16 + 12);
  });

  it("predictInto({blur}) spreads a sure pixel over its neighbours", () => {
    const z = predicted({ blur: 1 });
    const p = probability(z, 3, 1);
    expect(p[8]!).toBeGreaterThan(probability(predicted({}), 3, 1)[8]!);
    expect(p[9]!).toBeLessThan(probability(predicted({}), 3, 1)[9]!);
  });
});

describe("listener", () => {
  it("hear() answers for the seven losses and its shares add up to one", () => {
    const heard = listener(truth).hear({ ...faithful, shift: 1, blur: 0.8 });
    expect(new Set(voices.map(({ loss }) => loss))).toEqual(new Set(Object.keys(losses)));
    for (const { logitShares, probabilityShares, value } of heard) {
      expect(value).toBeGreaterThan(0);
      for (const shares of [logitShares, probabilityShares])
        expect(shares.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 12);
    }
  });

  it("at no confidence cross-entropy hears each class by its pixels, and Lovász each class alike", () => {
    const heard = listener(truth).hear({ ...faithful, confidence: 0 });
    const shares = (row: string) => heard.find((voice) => voice.row === row)!.probabilityShares;
    [21 / 24, 1 / 24, 2 / 24].forEach((share, c) => {
      expect(shares("soft-cross-entropy")[c]).toBeCloseTo(share, 12);
      expect(shares("lovasz-softmax")[c]).toBeCloseTo(1 / 3, 12);
    });
  });

  it("strength() is 1 at the loudest pixel and 0 where nothing is heard", () => {
    expect([...strength(Float64Array.of(1, 0, -2, -1, 0, 2), 2)]).toEqual([0.5, 0, 1]);
    expect([...strength(new Float64Array(4), 2)]).toEqual([0, 0]);
  });
});

describe("likeliest", () => {
  it("likeliest() is the curve of the largest probability at each pixel, the first of equals", () => {
    for (const confidence of [0, 3]) {
      const z = predicted({ shift: 0.5, blur: 1, confidence });
      const { of, p } = likeliest(z, 3);
      const [one, two] = [probability(z, 3, 1), probability(z, 3, 2)];
      expect([...p]).toEqual([...one].map((value, i) => Math.max(value, two[i]!)));
      expect([...of]).toEqual([...one].map((value, i) => (value >= two[i]! ? 1 : 2)));
    }
  });
});

describe("a voice at the ends of the controls", () => {
  const ends: readonly (typeof faithful)[] = [
    { shift: -12, blur: 3, missed: 0.6, stray: 16, confidence: 10 },
    { shift: 12, blur: 0, missed: 0, stray: 0, confidence: 0 },
    { shift: 0, blur: 0, missed: 0.6, stray: 0, confidence: 10 },
    { shift: 0.25, blur: 0.1, missed: 0.05, stray: 0.5, confidence: 0.5 },
  ];
  it.each(ends)("says what `npm run loss` prints, value and both gradients: %o", (departure) => {
    const logits = nest(predicted(departure), [3, height, width]);
    const target = nest(Float64Array.from(labels), [height, width]);
    for (const voice of listener(truth).hear(departure)) {
      const { loss, parameters } = rowOf(voice.row);
      for (const gradient of ["logits", "probabilities"] as const) {
        const printed = runCase(parseCase({ loss, parameters, logits, target, gradient }, []));
        const own = gradient === "logits" ? voice.toLogits : voice.toProbabilities;
        expect(voice.value).toBeCloseTo(printed["value"] as number, 12);
        // All losses at once are computed by another path, whose sums are rounded in another order.
        const loudest = Math.max(...own.map(Math.abs));
        const off = (printed["gradient"] as number[][][]).flat(2).map((one, i) => Math.abs(one - own[i]!));
        expect(Math.max(...off)).toBeLessThan(1e-12 * loudest);
      }
    }
  });
});

describe("sortedErrors", () => {
  it("sortedErrors() sums to the class's Lovász loss, and its weights to one", () => {
    const logits = predicted({ shift: 1, blur: 1, confidence: 3 });
    const all = labels.length;
    const sums = [0, 1, 2].map((c) => {
      const sorted = sortedErrors(truth, logits, c, all);
      expect(sorted.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(1, 12);
      expect(sorted.every(({ error }, k) => k === 0 || error <= sorted[k - 1]!.error)).toBe(true);
      return sorted.reduce((sum, { error, adds }) => sum + error * adds, 0);
    });
    const mean = sums.reduce((sum, v) => sum + v, 0) / 3;
    expect(evaluate(lovaszSoftmax, { classes: 3, pixels: all, logits, labels })).toBeCloseTo(mean, 12);
  });
});

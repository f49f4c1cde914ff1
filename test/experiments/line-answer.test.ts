import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, diceLoss, line, marginalCosts, tverskyLoss } from "../../src/experiments/line-answer.ts";

const drawn = line({ seed: 113, width: 54, height: 42 });

describe("answer", () => {
  it("answer() off the curve by nothing and thick enough misses nothing", () => {
    expect(answer(drawn, { thickness: 8, wander: 0 }).fn).toBe(0);
  });

  it("answer() thickened around the same centre keeps every pixel that it had", () => {
    const thin = answer(drawn, { thickness: 2, wander: 1 });
    const bold = answer(drawn, { thickness: 4, wander: 1 });
    expect(bold.predicted.every((one, i) => one >= thin.predicted[i]!)).toBe(true);
    expect(bold.fn).toBeLessThan(thin.fn);
    expect(bold.fp).toBeGreaterThan(thin.fp);
  });
});

describe("tverskyLoss", () => {
  it("tverskyLoss() at one half each equals diceLoss(), whatever the answer", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (t, w) => {
          const masks = answer(drawn, { thickness: t, wander: w });
          const weights = { falsePositive: 0.5, falseNegative: 0.5 };
          expect(tverskyLoss(masks, weights)).toBeCloseTo(diceLoss(masks), 12);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("tverskyLoss() of equally many misses and strays is blind to a tilt whose weights sum to one", () => {
    const truth = Uint8Array.of(1, 1, 1, 0, 0, 0);
    const predicted = Uint8Array.of(0, 1, 1, 1, 0, 0);
    const at = (alpha: number) =>
      tverskyLoss({ truth, predicted }, { falsePositive: alpha, falseNegative: 1 - alpha });
    expect(at(0.3)).toBeCloseTo(at(0.8), 12);
  });
});

describe("marginalCosts", () => {
  it("marginalCosts() are near (α·FP + β·G)/(α·TP), the price of an infinitely small miss", () => {
    const masks = answer(drawn, { thickness: 2.5, wander: 1 });
    const { tp, fp, fn } = masks;
    for (const [alpha, beta] of [
      [0.5, 0.5],
      [0.3, 0.7],
      [1, 1],
    ] as const) {
      const { miss, stray } = marginalCosts(masks, { falsePositive: alpha, falseNegative: beta });
      const small = (alpha * fp + beta * (tp + fn)) / (alpha * tp);
      expect(miss / stray / small).toBeGreaterThan(1);
      expect(miss / stray / small).toBeLessThan(1.05);
    }
  });

  it("marginalCosts() of an answer without a hit has no price for a miss", () => {
    const masks = { truth: Uint8Array.of(1, 0, 0), predicted: Uint8Array.of(0, 1, 0) };
    const { miss, stray } = marginalCosts(masks, { falsePositive: 0.5, falseNegative: 0.5 });
    expect(miss).toBeNaN();
    expect(stray).toBe(0);
  });
});

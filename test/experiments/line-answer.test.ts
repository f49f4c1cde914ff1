import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answer,
  diceLoss,
  line,
  marginalCosts,
  tverskyLoss,
  type Weights,
} from "../../src/experiments/line-answer.ts";
import { dice } from "../../src/losses/dice.ts";
import { evaluate } from "../../src/losses/kernel.ts";
import { tversky } from "../../src/losses/tversky.ts";

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
  const weight = fc.integer({ min: 1, max: 100 }).map((n) => n / 100);
  const answers = fc
    .tuple(fc.double({ min: 1, max: 8, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }))
    .map(([thickness, wander]) => answer(drawn, { thickness, wander }));

  it("tverskyLoss() and diceLoss() are the kernel's values of the whole frame to 1e-12", () => {
    fc.assert(
      fc.property(answers, weight, weight, (masks, falsePositive, falseNegative) => {
        const parameters = { falsePositive, falseNegative };
        const frame = {
          classes: 1,
          pixels: masks.truth.length,
          labels: masks.truth,
          probabilities: Float64Array.from(masks.predicted),
        };
        expect(tverskyLoss(masks, parameters)).toBeCloseTo(evaluate(tversky, frame, { parameters }), 12);
        expect(diceLoss(masks)).toBeCloseTo(evaluate(dice, frame), 12);
      }),
      { numRuns: 40 },
    );
  });

  it("tverskyLoss() at one half each equals diceLoss(), whatever the answer", () => {
    fc.assert(
      fc.property(answers, (masks) => {
        expect(tverskyLoss(masks, { falsePositive: 0.5, falseNegative: 0.5 })).toBeCloseTo(
          diceLoss(masks),
          12,
        );
      }),
      { numRuns: 40 },
    );
  });

  it("tverskyLoss() of equally many misses and strays is blind to a tilt whose weights sum to one", () => {
    const at = (alpha: number) =>
      tverskyLoss({ tp: 2, fp: 1, fn: 1 }, { falsePositive: alpha, falseNegative: 1 - alpha });
    expect(at(0.3)).toBeCloseTo(at(0.8), 12);
  });
});

describe("marginalCosts", () => {
  const masks = answer(drawn, { thickness: 2.5, wander: 1 });
  const pairs = [
    [0.5, 0.5],
    [0.3, 0.7],
    [1, 1],
  ] as const;

  it("marginalCosts() are what the kernel finds when that one pixel is changed", () => {
    const lossAt = (predicted: Uint8Array, parameters: Weights) =>
      evaluate(
        tversky,
        {
          classes: 1,
          pixels: predicted.length,
          labels: masks.truth,
          probabilities: Float64Array.from(predicted),
        },
        { parameters },
      );
    const changed = (truth: number, predicted: number) => {
      const at = masks.truth.findIndex((one, i) => one === truth && masks.predicted[i] === predicted);
      return masks.predicted.map((one, i) => (i === at ? 1 - one : one));
    };
    for (const [falsePositive, falseNegative] of pairs) {
      const weights = { falsePositive, falseNegative };
      const before = lossAt(masks.predicted, weights);
      const { miss, stray } = marginalCosts(masks, weights);
      expect(miss).toBeCloseTo(lossAt(changed(1, 1), weights) - before, 12);
      expect(stray).toBeCloseTo(lossAt(changed(0, 0), weights) - before, 12);
    }
  });

  it("marginalCosts() are near (α·FP + β·G)/(α·TP), the price of an infinitely small miss", () => {
    const { tp, fp, fn } = masks;
    for (const [alpha, beta] of pairs) {
      const { miss, stray } = marginalCosts(masks, { falsePositive: alpha, falseNegative: beta });
      const small = (alpha * fp + beta * (tp + fn)) / (alpha * tp);
      expect(miss / stray / small).toBeGreaterThan(1);
      expect(miss / stray / small).toBeLessThan(1.05);
    }
  });

  it("marginalCosts() of an answer without a hit has no price for a miss", () => {
    const lost = { truth: Uint8Array.of(1, 0, 0), tp: 0, fp: 1, fn: 1 };
    const { miss, stray } = marginalCosts(lost, { falsePositive: 0.5, falseNegative: 0.5 });
    expect(miss).toBeNaN();
    expect(stray).toBe(0);
  });
});

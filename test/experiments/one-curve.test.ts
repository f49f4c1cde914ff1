import { describe, expect, it } from "vitest";
import { courseOf, oneCurve, steps, wrongs } from "../../src/experiments/one-curve.ts";
import { losses } from "../../src/losses/registry.ts";

const ids = Object.keys(losses);
const share = oneCurve.curve / oneCurve.pixels;

/** Soft counts of the curve and of the background by hand, when `e` of the forty is wrong. */
const fractions = (e: number, wrong: "miss" | "stray") => {
  const moved = oneCurve.curve * e;
  const rest = oneCurve.pixels - oneCurve.curve;
  const [tp, fn, fp] = wrong === "miss" ? [oneCurve.curve - moved, moved, 0] : [oneCurve.curve, 0, moved];
  return { curve: { tp, fn, fp }, background: { tp: rest - fp, fn: fp, fp: fn } };
};

describe("one thin curve", () => {
  it.each(wrongs)(
    "cross-entropy is the share of the forty times −log of what the right class keeps, %s",
    (wrong) => {
      courseOf("soft-cross-entropy", wrong).loss.forEach((value, k) => {
        expect(value).toBeCloseTo(-share * Math.log(1 - steps[k]!), 9);
      });
    },
  );

  it.each(wrongs)(
    "Dice is the mean over curve and background of one minus 2TP over 2TP + FP + FN, %s",
    (wrong) => {
      courseOf("dice", wrong).loss.forEach((value, k) => {
        const { curve, background } = fractions(steps[k]!, wrong);
        const of = ({ tp, fp, fn }: typeof curve) => 1 - (2 * tp) / (2 * tp + fp + fn);
        expect(value).toBeCloseTo((of(curve) + of(background)) / 2, 9);
      });
    },
  );

  it.each(ids)("%s rises with every step of either error, and from almost nothing", (id) => {
    for (const wrong of wrongs) {
      const { loss } = courseOf(id, wrong);
      expect(loss[0]).toBeLessThan(0.03);
      for (let k = 1; k < loss.length; k++) expect(loss[k]).toBeGreaterThan(loss[k - 1]!);
    }
  });

  it.each(ids)("%s: the pull is x(1 − x) times the slope of the loss drawn beside it", (id) => {
    for (const wrong of wrongs) {
      const { loss, pull } = courseOf(id, wrong);
      for (let k = 5; k < steps.length - 5; k++) {
        const slope = (loss[k + 1]! - loss[k - 1]!) / (steps[k + 1]! - steps[k - 1]!);
        const expected = steps[k]! * (1 - steps[k]!) * slope;
        expect(Math.abs(pull[k]! - expected)).toBeLessThan(0.02 * expected + 1e-6);
      }
    }
  });

  it.each(ids)("%s charges a miss as much as a stray if it scores pixels, and more if it does not", (id) => {
    const [miss, stray] = wrongs.map((wrong) => courseOf(id, wrong).loss);
    miss!.forEach((value, k) => {
      if (losses[id]!.scores === "pixels") expect(value).toBeCloseTo(stray![k]!, 9);
      else expect(value).toBeGreaterThan(stray![k]!);
    });
  });
});

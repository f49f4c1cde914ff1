import { dice } from "../losses/dice.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { checkOf } from "./check.ts";
import { uniforms } from "./frames.ts";
import { tally } from "./tally.ts";

/** A weight inside a ratio multiplies that class's soft counts. */
export const weightsInsideEachRatioCancel = checkOf({
  falsehood: "the classes share one ratio",
  right: "mean",
  wrong: "pooled",
  procedure(classReduction: "mean" | "pooled", random) {
    const t = tally(1e-12);
    const options: Options = { convention: { classReduction } };
    for (let n = 0; n < 40; n++) {
      const counts = Array.from({ length: 2 + random.below(3) }, () => {
        const [tp, fp, fn] = uniforms(random, 3, 1, 40);
        return { tp: tp!, fp: fp!, fn: fn! };
      });
      const weighted = counts.map(({ tp, fp, fn }) => {
        const weight = 1 / (tp + fn) ** 2;
        return { tp: weight * tp, fp: weight * fp, fn: weight * fn };
      });
      t.near(evaluateCounts(dice, weighted, options).value, evaluateCounts(dice, counts, options).value);
    }
    return t.outcome("Dice with every class's counts multiplied by 1/G² against Dice, at 40 random counts");
  },
});

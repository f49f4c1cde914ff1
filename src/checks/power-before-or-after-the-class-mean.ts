import { focalTversky } from "../losses/focal-tversky.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import type { Counts } from "../losses/loss.ts";
import { checkOf } from "./check.ts";
import { uniforms } from "./frames.ts";
import { tally } from "./tally.ts";

export const powerBeforeOrAfterTheClassMean = checkOf({
  falsehood: "the powers are added and not averaged",
  right: "mean",
  wrong: "sum",
  procedure(classReduction: "mean" | "sum", random) {
    const t = tally(1e-12);
    const at = (counts: readonly Counts[], exponent: number, exponentOn: "class" | "mean") =>
      evaluateCounts(focalTversky, counts, {
        parameters: { gamma: exponent },
        convention: { exponent: "gamma", exponentOn, classReduction },
      }).value;
    for (let n = 0; n < 40; n++) {
      const counts = Array.from({ length: 2 + random.below(3) }, () => {
        const [tp, fp, fn] = uniforms(random, 3, 0.1, 20);
        return { tp: tp!, fp: fp!, fn: fn! };
      });
      const [below, above] = [0.3 + 0.6 * random.uniform(), 1.1 + random.uniform()];
      t.atMost(at(counts, below, "class"), at(counts, below, "mean"));
      t.atMost(at(counts, above, "mean"), at(counts, above, "class"));
      const alike = counts.map(() => counts[0]!);
      t.near(at(alike, below, "mean"), at(alike, below, "class"));
    }
    return t.outcome("power of the mean and mean of the powers at 40 random counts of two to four classes");
  },
});

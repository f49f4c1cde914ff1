import { generalisedDice } from "../losses/generalised-dice.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import type { Counts } from "../losses/loss.ts";
import { checkOf } from "./check.ts";
import { uniforms } from "./frames.ts";
import { short, tally } from "./tally.ts";

export const weightedDiceIsNotGeneralisedDice = checkOf({
  falsehood: "the average, too, is taken in one ratio",
  right: "mean",
  wrong: "ratio",
  procedure(volumeForm: "mean" | "ratio", random) {
    const t = tally(1e-12);
    const both = (counts: readonly Counts[]) => [
      evaluateCounts(generalisedDice, counts, { convention: { volumeForm, volumeNormalise: "classes" } })
        .value,
      evaluateCounts(generalisedDice, counts).value,
    ];
    const stated = both([
      { tp: 10, fp: 0, fn: 0 },
      { tp: 5, fp: 195, fn: 5 },
    ]);
    t.nearAll(stated, [10 / 21, 20 / 23]);
    let apart = 0;
    for (let n = 0; n < 20; n++) {
      const drawn = Array.from({ length: 3 }, () => {
        const [tp, fp, fn] = uniforms(random, 3, 1, 40);
        return { tp: tp!, fp: fp!, fn: fn! };
      });
      const [mean, ratio] = both(drawn);
      apart = Math.max(apart, Math.abs(mean! - ratio!));
    }
    t.less(1e-3, apart);
    return t.outcome(
      `${short(stated[0]!)} averaged and ${short(stated[1]!)} in one ratio; up to ${short(apart)} apart on 20 random counts`,
    );
  },
});

import { generalisedDice } from "../losses/generalised-dice.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

/** From the loss with and without smoothing follows the ratio's denominator, since only that differs. */
export const generalisedDiceSmoothingSwampsItsWeights = checkOf({
  falsehood: "the weights are equal",
  right: "square",
  wrong: "uniform",
  procedure(volumeWeight: "square" | "uniform", random) {
    const t = tally(1e-9);
    const volumes = [9700, 150, 150];
    let largest = 0;
    for (let n = 0; n < 40; n++) {
      const counts = volumes.map((volume) => {
        const tp = volume * random.uniform();
        return { tp, fn: volume - tp, fp: (10_000 - volume) * random.uniform() };
      });
      const at = (s: number) =>
        evaluateCounts(generalisedDice, counts, {
          convention: { volumeWeight, smoothingNumerator: s, smoothingDenominator: s },
        }).value;
      const denominator = at(1) / (at(0) - at(1));
      t.less(denominator, 1);
      t.less(at(1), at(0) / 2);
      largest = Math.max(largest, denominator);
    }
    return t.outcome(
      `40 random predictions: the ratio's denominator is at most ${short(largest)} beside the constant 1`,
    );
  },
});

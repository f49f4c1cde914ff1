import { generalisedDice } from "../losses/generalised-dice.ts";
import { checkOf } from "./check.ts";
import { constantFrame } from "./frames.ts";
import { backgroundShare } from "./slopes.ts";
import { short, tally } from "./tally.ts";

export const fromAUniformStartGeneralisedDiceListensToEachClassNearlyAlike = checkOf({
  falsehood: "the class weights are equal",
  right: "square",
  wrong: "uniform",
  procedure(volumeWeight: "square" | "uniform", random) {
    const t = tally(0);
    const shares = [400, 200 + random.below(100), 100 + random.below(50), 50, 10 + random.below(20), 10].map(
      (curve) =>
        backgroundShare(generalisedDice, constantFrame([2000 - 2 * curve, curve, curve], [0, 0, 0]), {
          convention: { volumeWeight },
        }),
    );
    for (const share of shares) {
      t.less(1 / 4, share);
      t.less(share, 1 / 3);
    }
    return t.outcome(
      `the background's share of the gradient from ${short(shares[0]!)} to ${short(shares[5]!)} at six background shares`,
    );
  },
});

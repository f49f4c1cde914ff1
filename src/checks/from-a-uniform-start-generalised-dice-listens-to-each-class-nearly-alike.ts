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
    const t = tally(1e-3);
    // The shares do not depend on the number of pixels.
    const scale = 1 + random.below(3);
    const shares = [400, 200, 100, 50, 30, 10].map((curve) =>
      backgroundShare(
        generalisedDice,
        constantFrame(
          [2000 - 2 * curve, curve, curve].map((pixels) => scale * pixels),
          [0, 0, 0],
        ),
        { convention: { volumeWeight } },
      ),
    );
    t.nearAll(
      shares,
      [268, 282, 304, 318, 324, 330].map((thousandths) => thousandths / 1000),
    );
    for (const share of shares) t.less(share, 1 / 3);
    return t.outcome(`the background's shares of the gradient ${shares.map(short).join(", ")}`);
  },
});

import { dice } from "../losses/dice.ts";
import type { Options } from "../losses/loss.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

/** Two records of the engine, each on its own scale of smoothing: TP for Tversky, 2TP for Dice. */
export const tverskyAtOneHalfIsDice = checkOf({
  falsehood: "Tversky is smoothed with as much as Dice",
  right: 0.5,
  wrong: 1,
  procedure(share, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 20; n++) {
      const frame = randomFrame(random, { absent: true, saturated: true });
      compare(t, frame, [dice], [tversky, { parameters: { falsePositive: 0.5, falseNegative: 0.5 } }]);
      const smoothed = (s: number): Options => ({
        convention: { smoothingNumerator: s, smoothingDenominator: s },
      });
      const s = 0.1 + 2 * random.uniform();
      compare(t, frame, [dice, smoothed(s)], [tversky, smoothed(share * s)]);
    }
    return t.outcome("Tversky at ½, ½ against Dice on 20 random frames, plain and smoothed, with gradients");
  },
});

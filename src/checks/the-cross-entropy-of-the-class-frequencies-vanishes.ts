import { evaluate } from "../losses/kernel.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { log } from "../numerics/log.ts";
import { checkOf } from "./check.ts";
import { constantFrame } from "./frames.ts";
import { short, tally } from "./tally.ts";

/** The bound is the entropy's own at a background share f: it goes to zero with 1 − f. */
export const theCrossEntropyOfTheClassFrequenciesVanishes = checkOf({
  falsehood: "the predictor answers every class alike",
  right: (volumes: readonly number[]) => volumes.map(log),
  wrong: (volumes: readonly number[]) => volumes.map(() => 0),
  procedure(answer, random) {
    const t = tally(1e-12);
    let last = 2;
    for (const background of [10, 50, 200, 1000, 3500]) {
      const volumes = [background + random.below(background / 5), 1, 1];
      const frame = constantFrame(volumes, answer(volumes));
      const value = evaluate(softCrossEntropy, frame);
      const shares = volumes.map((volume) => volume / frame.pixels);
      t.near(value, -shares.reduce((sum, share) => sum + share * log(share), 0));
      const rest = 1 - shares[0]!;
      t.atMost(value, rest * (1 + log(2 / rest)));
      t.less(value, last);
      last = value;
    }
    return t.outcome(`five background shares; ${short(last)} at the last, with two pixels of curve`);
  },
});

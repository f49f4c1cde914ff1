import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Loss } from "../losses/loss.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { channel } from "./frames.ts";
import { valley } from "./slopes.ts";
import { tally } from "./tally.ts";

/** A soft target η is the expectation over a pixel that is foreground with probability η. */
export const crossEntropyAsksForTheTrueProbability = checkOf({
  falsehood: "the loss is focal",
  right: softCrossEntropy as Loss,
  wrong: focal,
  procedure(loss, random) {
    const t = tally(1e-6);
    for (let n = 0; n < 12; n++) {
      const eta = 0.05 + 0.9 * random.uniform();
      t.near(
        valley((p) => evaluate(loss, channel([p], [eta])), 0.001, 0.999),
        eta,
      );
    }
    return t.outcome("the prediction of least expected loss against η, at 12 random η");
  },
});

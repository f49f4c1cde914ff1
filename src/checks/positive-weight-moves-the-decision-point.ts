import { evaluate } from "../losses/kernel.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { channel } from "./frames.ts";
import { valley } from "./slopes.ts";
import { tally } from "./tally.ts";

export const positiveWeightMovesTheDecisionPoint = checkOf({
  falsehood: "the weight lies on the negative class",
  right: (weight: number) => weight,
  wrong: (weight: number) => 1 / weight,
  procedure(onPositives, random) {
    const t = tally(1e-6);
    for (let n = 0; n < 10; n++) {
      const w = 2 + 50 * random.uniform();
      const convention = { positiveWeight: onPositives(w) };
      const best = (eta: number) =>
        valley((p) => evaluate(softCrossEntropy, channel([p], [eta]), { convention }), 1e-4, 1 - 1e-4);
      const eta = 0.05 + 0.9 * random.uniform();
      t.near(best(eta), (w * eta) / (w * eta + 1 - eta));
      t.near(best(1 / (1 + w)), 0.5);
    }
    return t.outcome("the prediction of least expected loss at 10 random weights and probabilities");
  },
});

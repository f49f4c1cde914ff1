import { evaluate } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { confusion } from "../metrics/confusion.ts";
import { scores } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { channel, mask } from "./frames.ts";
import { tally } from "./tally.ts";

/** The loss on masks against the F-score from the precision and recall of counted pixels. */
export const tverskyOnHardMasksIsFBeta = checkOf({
  falsehood: "the weights change places in the F-score",
  right: (stray: number, miss: number) => miss / stray,
  wrong: (stray: number, miss: number) => stray / miss,
  procedure(squaredOf, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 40; n++) {
      const pixels = 6 + random.below(60);
      const [p, g] = [mask(random, pixels, 0.6), mask(random, pixels, 0.6)];
      const { precision, recall } = scores(confusion([...g], [...p], 2))[1]!;
      if (!(precision > 0)) continue;
      const miss = 0.05 + 0.9 * random.uniform();
      const b2 = squaredOf(1 - miss, miss);
      const loss = evaluate(tversky, channel(p, g), {
        parameters: { falsePositive: 1 - miss, falseNegative: miss },
      });
      t.near(loss, 1 - ((1 + b2) * precision * recall) / (b2 * precision + recall));
    }
    return t.outcome(
      `Tversky against one minus F from precision and recall on ${t.outcome("").trials} mask pairs`,
    );
  },
});

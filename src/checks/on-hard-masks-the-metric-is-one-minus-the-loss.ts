import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { confusion } from "../metrics/confusion.ts";
import { scores } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { channel, mask } from "./frames.ts";
import { tally } from "./tally.ts";

/** The metrics count pixels of masks, the losses run on probabilities; they meet where these are hard. */
export const onHardMasksTheMetricIsOneMinusTheLoss = checkOf({
  falsehood: "the masks are predicted with a confidence of nine tenths",
  right: 1,
  wrong: 0.9,
  procedure(confidence, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 40; n++) {
      const pixels = 6 + random.below(60);
      const [p, g] = [mask(random, pixels), mask(random, pixels)];
      const { f1, iou } = scores(confusion([...g], [...p], 2))[1]!;
      const frame = channel(
        p.map((value) => (value ? confidence : 1 - confidence)),
        g,
      );
      t.near(f1, 1 - evaluate(dice, frame));
      t.near(iou, 1 - evaluate(tversky, frame, { parameters: { falsePositive: 1, falseNegative: 1 } }));
    }
    return t.outcome("F1 and IoU of counted pixels against one minus the losses on 40 pairs of masks");
  },
});

import { evaluate } from "../losses/kernel.ts";
import { losses } from "../losses/registry.ts";
import { checkOf } from "./check.ts";
import { randomFrame, shuffled } from "./frames.ts";
import { tally } from "./tally.ts";

export const permutingPixelsChangesNoLoss = checkOf({
  falsehood: "the truth stays where it was",
  right: true,
  wrong: false,
  procedure(truthToo, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 8; n++) {
      const frame = randomFrame(random, { batch: 1, saturated: true });
      const { pixels, logits, labels } = frame;
      const order = shuffled(random, pixels);
      const moved = {
        ...frame,
        logits: logits.map((_, k) => logits[k - (k % pixels) + order[k % pixels]!]!),
        labels: truthToo ? labels.map((_, i) => labels[order[i]!]!) : labels,
      };
      for (const loss of Object.values(losses)) t.near(evaluate(loss, frame), evaluate(loss, moved));
    }
    return t.outcome("seven losses on 8 frames and on the same with the pixels in another order");
  },
});

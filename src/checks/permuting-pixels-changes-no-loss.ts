import { losses } from "../losses/registry.ts";
import { checkOf } from "./check.ts";
import { randomFrame, shuffled } from "./frames.ts";
import { told } from "./slopes.ts";
import { tally } from "./tally.ts";

export const permutingPixelsChangesNoLoss = checkOf({
  falsehood: "the truth stays where it was",
  right: true,
  wrong: false,
  procedure(truthToo, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 8; n++) {
      // Saturated errors are tied, and at a tie the slopes of Lovász are a choice: there only values are compared.
      const saturated = n % 2 === 0;
      const frame = randomFrame(random, { batch: 1, saturated });
      const { pixels, logits, labels } = frame;
      const order = shuffled(random, pixels);
      const inOrder = (values: Float64Array) =>
        values.map((_, k) => values[k - (k % pixels) + order[k % pixels]!]!);
      const moved = {
        ...frame,
        logits: inOrder(logits),
        labels: truthToo ? labels.map((_, i) => labels[order[i]!]!) : labels,
      };
      for (const loss of Object.values(losses)) {
        const [before, after] = [told(loss, frame), told(loss, moved)];
        t.near(before.value, after.value);
        if (!saturated) t.nearAll(inOrder(before.slopes), after.slopes);
      }
    }
    return t.outcome(
      "seven losses on 8 frames and on the same with the pixels in another order, with gradients on 4",
    );
  },
});

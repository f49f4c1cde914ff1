import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

export const batchDiceHidesAMissedSmallObject = checkOf({
  falsehood: "the batch is averaged over its images",
  right: "batch",
  wrong: "image",
  procedure(over: "batch" | "image", random) {
    const t = tally(1e-12);
    let hidden = 1;
    for (let n = 0; n < 30; n++) {
      const [a, b] = [20 + random.below(60), 1 + random.below(8)];
      const target = new Float64Array(200).fill(1, 0, a).fill(1, 100, 100 + b);
      const probabilities = new Float64Array(200).fill(1, 0, a);
      const frame = { batch: 2, classes: 1, pixels: 100, target, probabilities };
      const pooled = evaluate(dice, frame, { convention: { over } });
      t.near(evaluate(dice, frame, { convention: { over: "image" } }), 0.5);
      t.near(pooled, b / (2 * a + b));
      hidden = Math.min(hidden, pooled);
    }
    return t.outcome(`30 pairs of images: one half by image, down to ${short(hidden)} over the batch`);
  },
});

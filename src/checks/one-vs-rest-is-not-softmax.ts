import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { log } from "../numerics/log.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { short, tally } from "./tally.ts";

export const oneVsRestIsNotSoftmax = checkOf({
  falsehood: "there are two classes",
  right: 3,
  wrong: 2,
  procedure(fewest, random) {
    const t = tally(1e-12);
    const sigmoids: Options = { convention: { activation: "sigmoid" } };
    let nearest = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 20; n++) {
      const classes = fewest + (fewest === 2 ? 0 : random.below(3));
      const frame = randomFrame(random, { classes, absent: true });
      const equal = { ...frame, logits: frame.logits.map(() => 0) };
      t.near(evaluate(softCrossEntropy, equal, sigmoids), log(2));
      t.near(evaluate(softCrossEntropy, equal), log(classes));
      t.less(0.1, log(classes) - log(2));
      const gap = Math.abs(evaluate(softCrossEntropy, frame, sigmoids) - evaluate(softCrossEntropy, frame));
      nearest = Math.min(nearest, gap);
    }
    t.less(0, nearest);
    return t.outcome(`at equal logits log 2 and log C; on 20 random frames at least ${short(nearest)} apart`);
  },
});

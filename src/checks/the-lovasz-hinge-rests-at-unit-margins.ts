import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { mask } from "./frames.ts";
import { tally } from "./tally.ts";

export const theLovaszHingeRestsAtUnitMargins = checkOf({
  falsehood: "the logits may be as small as one half",
  right: 1,
  wrong: 0.5,
  procedure(margin, random) {
    const t = tally(0);
    const hinge: Options = { convention: { surrogate: "hinge" } };
    for (let n = 0; n < 30; n++) {
      const target = mask(random, 4 + random.below(60));
      const logits = target.map(
        (truth) => (2 * truth - 1) * (margin + 3 * random.uniform() * random.below(2)),
      );
      t.near(evaluate(lovaszSoftmax, { classes: 1, pixels: target.length, logits, target }, hinge), 0);
    }
    return t.outcome("the hinge on 30 frames of right signs and logits from one up");
  },
});

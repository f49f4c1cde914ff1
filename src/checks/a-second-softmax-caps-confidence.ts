import { evaluate } from "../losses/kernel.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { exp } from "../numerics/exp.ts";
import { checkOf } from "./check.ts";
import { randomFrame, softmaxOf } from "./frames.ts";
import { short, tally } from "./tally.ts";

/** The engine's softmax is given probabilities as logits; what it gives the true class is read off its cross-entropy. */
export const aSecondSoftmaxCapsConfidence = checkOf({
  falsehood: "the softmax is given the logits themselves",
  right: true,
  wrong: false,
  procedure(twice, random) {
    const t = tally(1e-12);
    let highest = 0;
    for (let n = 0; n < 60; n++) {
      const frame = randomFrame(random, { pixels: 1, batch: 1, absent: true, saturated: true });
      const logits = twice ? softmaxOf(frame) : frame.logits;
      const p = exp(-evaluate(softCrossEntropy, { ...frame, logits }));
      const cap = exp(1) / (exp(1) + frame.classes - 1);
      t.atMost(p, cap);
      highest = Math.max(highest, p / cap);
    }
    return t.outcome(`60 pixels of two to four classes; at most ${short(highest)} of the cap e/(e + C − 1)`);
  },
});

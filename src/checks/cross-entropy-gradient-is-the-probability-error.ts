import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { randomFrame, softmaxOf, spread } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { tally } from "./tally.ts";

export const crossEntropyGradientIsTheProbabilityError = checkOf({
  falsehood: "the mean is over pixels and classes",
  right: "pixels",
  wrong: "elements",
  procedure(divideBy: "pixels" | "elements", random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { batch: 1, absent: true, saturated: true });
      const { pixels, classes, labels } = frame;
      const truth = spread(labels, classes);
      const error = softmaxOf(frame).map((p, k) => (p - truth[k]!) / pixels);
      t.nearAll(slopesOf(softCrossEntropy, frame, { convention: { divideBy } }), error);
    }
    return t.outcome("logit gradients on 30 frames against (p − g)/N from a softmax of its own");
  },
});

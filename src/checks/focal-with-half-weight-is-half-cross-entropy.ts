import { focal } from "../losses/focal.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const focalWithHalfWeightIsHalfCrossEntropy = checkOf({
  falsehood: "the weights are one quarter and three quarters",
  right: { gamma: 0, positive: 0.5, negative: 0.5 },
  wrong: { gamma: 0, positive: 0.25, negative: 0.75 },
  procedure(parameters, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { classes: 1, saturated: true });
      compare(t, frame, [focal, { parameters }], [softCrossEntropy], 2);
    }
    return t.outcome("twice the weighted focal loss against cross-entropy on 30 frames, with gradients");
  },
});

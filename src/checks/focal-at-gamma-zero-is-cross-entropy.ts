import { focal } from "../losses/focal.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const focalAtGammaZeroIsCrossEntropy = checkOf({
  falsehood: "the exponent is one hundredth",
  right: 0,
  wrong: 0.01,
  procedure(gamma, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { classes: 1 + random.below(4), absent: true, saturated: true });
      compare(t, frame, [focal, { parameters: { gamma } }], [softCrossEntropy]);
    }
    return t.outcome(
      "focal at γ = 0 against cross-entropy on 30 frames of one to four channels, with gradients",
    );
  },
});

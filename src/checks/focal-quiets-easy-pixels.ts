import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { onePixel } from "./focal-pull.ts";
import { uniforms } from "./frames.ts";
import { tally } from "./tally.ts";

export const focalQuietsEasyPixels = checkOf({
  falsehood: "the exponent is zero",
  right: 1,
  wrong: 0,
  procedure(scale, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 20; n++) {
      const parameters = { gamma: scale * (0.05 + 5 * random.uniform()) };
      const ratio = (z: number) =>
        evaluate(focal, onePixel(z), { parameters }) / evaluate(softCrossEntropy, onePixel(z));
      const logits = [...uniforms(random, 8, -6, 30)].sort((a, b) => a - b);
      for (let k = 1; k < logits.length; k++) t.atMost(ratio(logits[k]!), ratio(logits[k - 1]!));
      t.less(ratio(2), ratio(-2));
      t.atMost(ratio(700), 0);
    }
    return t.outcome(
      "focal over cross-entropy at eight logits in order and at a logit of 700, for 20 exponents",
    );
  },
});

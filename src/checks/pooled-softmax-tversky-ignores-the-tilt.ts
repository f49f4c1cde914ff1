import { evaluate } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { meanOfTruth, randomFrame } from "./frames.ts";
import { tally } from "./tally.ts";

export const pooledSoftmaxTverskyIgnoresTheTilt = checkOf({
  falsehood: "each class has a ratio of its own",
  right: "pooled",
  wrong: "mean",
  procedure(classReduction: "pooled" | "mean", random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random);
      const total = 0.1 + 1.9 * random.uniform();
      const falsePositive = total * random.uniform();
      const parameters = { falsePositive, falseNegative: total - falsePositive };
      const m = meanOfTruth(frame);
      const index = 1 - evaluate(tversky, frame, { parameters, convention: { classReduction } });
      t.near(index, m / (m + total * (1 - m)));
    }
    return t.outcome("pooled Tversky at 30 random tilts against the formula in the sum of the weights");
  },
});

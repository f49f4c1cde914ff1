import { evaluate } from "../losses/kernel.ts";
import type { Loss } from "../losses/loss.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { mask, uniforms, withErrors } from "./frames.ts";
import { tally } from "./tally.ts";

export const lovaszIsConvexInTheErrors = checkOf({
  falsehood: "the loss is soft Jaccard",
  right: lovaszSoftmax as Loss,
  wrong: tversky,
  procedure(loss, random) {
    const t = tally(1e-12);
    const options = loss === tversky ? { parameters: { falsePositive: 1, falseNegative: 1 } } : {};
    for (let n = 0; n < 100; n++) {
      const pixels = 2 + random.below(30);
      const g = mask(random, pixels);
      const [a, b] = [uniforms(random, pixels), uniforms(random, pixels)];
      const at = (m: Float64Array) => evaluate(loss, withErrors(m, g), options);
      t.atMost(at(a.map((error, i) => (error + b[i]!) / 2)), (at(a) + at(b)) / 2);
    }
    return t.outcome("the midpoint of 100 random pairs of error vectors");
  },
});

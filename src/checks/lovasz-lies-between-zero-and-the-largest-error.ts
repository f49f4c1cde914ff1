import { evaluate } from "../losses/kernel.ts";
import type { Loss } from "../losses/loss.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { mask, uniforms, withErrors } from "./frames.ts";
import { tally } from "./tally.ts";

/** Every fourth vector of errors is constant, where the bound is reached. */
export const lovaszLiesBetweenZeroAndTheLargestError = checkOf({
  falsehood: "the loss is soft Jaccard",
  right: lovaszSoftmax as Loss,
  wrong: tversky,
  procedure(loss, random) {
    const t = tally(1e-12);
    const options = loss === tversky ? { parameters: { falsePositive: 1, falseNegative: 1 } } : {};
    for (let n = 0; n < 80; n++) {
      const pixels = 2 + random.below(30);
      const level = random.uniform();
      const m = n % 4 ? uniforms(random, pixels) : new Float64Array(pixels).fill(level);
      const value = evaluate(loss, withErrors(m, mask(random, pixels)), options);
      t.atMost(0, value);
      t.atMost(value, Math.max(...m));
    }
    return t.outcome("80 vectors of errors, 20 of them constant");
  },
});

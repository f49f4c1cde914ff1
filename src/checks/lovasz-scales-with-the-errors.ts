import { evaluate } from "../losses/kernel.ts";
import type { Loss } from "../losses/loss.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { mask, uniforms, withErrors } from "./frames.ts";
import { tally } from "./tally.ts";

export const lovaszScalesWithTheErrors = checkOf({
  falsehood: "the loss is soft Jaccard",
  right: lovaszSoftmax as Loss,
  wrong: tversky,
  procedure(loss, random) {
    const t = tally(1e-12);
    const options = loss === tversky ? { parameters: { falsePositive: 1, falseNegative: 1 } } : {};
    for (let n = 0; n < 40; n++) {
      const pixels = 2 + random.below(30);
      const g = mask(random, pixels);
      const m = uniforms(random, pixels);
      const at = (errors: Float64Array) => evaluate(loss, withErrors(errors, g), options);
      const factor = random.uniform();
      t.near(at(m.map((error) => factor * error)), factor * at(m));
      t.near(at(m.map(() => factor)), factor);
    }
    return t.outcome("40 vectors of errors times a random factor, and 40 constant ones");
  },
});

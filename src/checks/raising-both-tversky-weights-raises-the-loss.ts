import { evaluateCounts } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { uniforms } from "./frames.ts";
import { tally } from "./tally.ts";

export const raisingBothTverskyWeightsRaisesTheLoss = checkOf({
  falsehood: "one weight is multiplied and the other divided",
  right: (factor: number) => factor,
  wrong: (factor: number) => 1 / factor,
  procedure(forMiss, random) {
    const t = tally(0);
    for (let n = 0; n < 60; n++) {
      const [tp, fp, fn] = uniforms(random, 3, 1, 30);
      const [a, b] = uniforms(random, 2, 0.05, 1);
      const factor = 1.1 + 3 * random.uniform();
      const at = (falsePositive: number, falseNegative: number) =>
        evaluateCounts(tversky, [{ tp: tp!, fp: fp!, fn: fn! }], {
          parameters: { falsePositive, falseNegative },
        }).value;
      t.less(at(a!, b!), at(a! * factor, b! * forMiss(factor)));
    }
    return t.outcome("the loss before and after both weights grow by one factor, at 60 random counts");
  },
});

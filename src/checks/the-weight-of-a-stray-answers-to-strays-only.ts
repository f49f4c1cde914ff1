import { evaluateCounts } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { tally } from "./tally.ts";

export const theWeightOfAStrayAnswersToStraysOnly = checkOf({
  falsehood: "the frame has misses in place of strays",
  right: "fp",
  wrong: "fn",
  procedure(error: "fp" | "fn", random) {
    const t = tally(0);
    for (let n = 0; n < 60; n++) {
      const counts = [{ tp: 1 + 20 * random.uniform(), fp: 0, fn: 0, [error]: 1 + 20 * random.uniform() }];
      const [low, miss] = [random.uniform() / 2, random.uniform()];
      const at = (falsePositive: number, falseNegative: number) =>
        evaluateCounts(tversky, counts, { parameters: { falsePositive, falseNegative } }).value;
      t.less(at(low, miss), at(low + 0.1, miss));
      t.near(at(low, miss), at(low, miss / 2));
    }
    return t.outcome("the loss rises with the stray's weight and not with the miss's at 60 random counts");
  },
});

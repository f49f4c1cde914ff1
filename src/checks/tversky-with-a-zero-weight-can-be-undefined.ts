import { evaluate } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { channel, mask } from "./frames.ts";
import { tally } from "./tally.ts";

export const tverskyWithAZeroWeightCanBeUndefined = checkOf({
  falsehood: "the weight of a missed pixel is one tenth",
  right: 0,
  wrong: 0.1,
  procedure(weight, random) {
    const t = tally(1e-9);
    const empty = (pixels: number, p: number, falseNegative: number) =>
      evaluate(tversky, channel(new Float64Array(pixels).fill(p), mask(random, pixels)), {
        parameters: { falsePositive: 0.5, falseNegative },
      });
    const undefinedAt = (pixels: number) => {
      try {
        empty(pixels, 0, weight);
        return false;
      } catch (error) {
        if (error instanceof RangeError) return true;
        throw error;
      }
    };
    for (let n = 0; n < 20; n++) {
      const pixels = 4 + random.below(30);
      t.near(undefinedAt(pixels) ? 1 : 0, 1);
      t.near(empty(pixels, 1e-15, 0.01 + random.uniform()), 1);
    }
    return t.outcome("0/0 on 20 empty predictions at weight 0; a loss of 1 at 20 positive weights");
  },
});

import type { Loss } from "../losses/loss.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { mask, uniforms, withErrors } from "./frames.ts";
import { slopesToErrors } from "./slopes.ts";
import { tally } from "./tally.ts";

export const theLovaszSlopesAreShares = checkOf({
  falsehood: "the slopes are those of soft Jaccard",
  right: lovaszSoftmax as Loss,
  wrong: tversky,
  procedure(loss, random) {
    const t = tally(1e-12);
    const options = loss === tversky ? { parameters: { falsePositive: 1, falseNegative: 1 } } : {};
    for (let n = 0; n < 40; n++) {
      const pixels = 2 + random.below(40);
      const slopes = slopesToErrors(
        loss,
        withErrors(uniforms(random, pixels), mask(random, pixels)),
        options,
      );
      for (const slope of slopes) t.atMost(0, slope);
      t.near(
        slopes.reduce((sum, slope) => sum + slope, 0),
        1,
      );
    }
    return t.outcome("signs and sum of the slopes on 40 frames");
  },
});

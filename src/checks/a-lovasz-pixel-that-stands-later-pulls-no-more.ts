import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { mask, uniforms, withErrors } from "./frames.ts";
import { slopesToErrors } from "./slopes.ts";
import { short, tally } from "./tally.ts";

const pulls = (m: ArrayLike<number>, g: ArrayLike<number>) => slopesToErrors(lovaszSoftmax, withErrors(m, g));

export const aLovaszPixelThatStandsLaterPullsNoMore = checkOf({
  falsehood: "it is another pixel that stands later",
  right: "the same",
  wrong: "another",
  procedure(pixel: "the same" | "another", random) {
    const t = tally(1e-12);
    for (let n = 0; n < 40; n++) {
      const pixels = 4 + random.below(40);
      const g = mask(random, pixels);
      const m = uniforms(random, pixels);
      const before = pulls(m, g);
      const order = [...m.keys()].sort((a, b) => m[b]! - m[a]!);
      const rank = random.below(pixels - 1);
      const at = order[rank]!;
      // A smaller error at the same pixel leaves the others' order and lets at least one of them pass.
      const later = m.with(at, m[order[rank + 1 + random.below(pixels - 1 - rank)]!]! * 0.999_999);
      if (pixel === "the same") t.atMost(pulls(later, g)[at]!, before[at]!);
      else for (let k = 1; k < pixels; k++) t.atMost(before[order[k]!]!, before[order[k - 1]!]!);
    }
    const last = pulls([0.9, 0.8, 0.7, 0.6, 0.5, 0.4], [0, 0, 0, 0, 0, 1]);
    t.nearAll(last, [1 / 2, 1 / 6, 1 / 12, 1 / 20, 1 / 30, 1 / 6]);
    return t.outcome(
      `one pixel moved back in each of 40 frames; behind five strays a miss pulls with ${short(last[5]!)}, ` +
        `the stray before it with ${short(last[4]!)}`,
    );
  },
});

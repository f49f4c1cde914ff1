import { focal } from "../losses/focal.ts";
import type { Options } from "../losses/loss.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const averagingOverChannelsDividesCrossEntropy = checkOf({
  falsehood: "the mean is over pixels alone",
  right: "elements",
  wrong: "pixels",
  procedure(divideBy: "elements" | "pixels", random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { absent: true, saturated: true });
      const averaged: Options = { parameters: { gamma: 0 }, convention: { divideBy } };
      compare(t, frame, [focal, averaged], [softCrossEntropy], frame.classes);
    }
    return t.outcome("C times focal over pixels and classes at γ = 0 against cross-entropy on 30 frames");
  },
});

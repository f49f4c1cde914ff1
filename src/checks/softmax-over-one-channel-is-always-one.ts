import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { tally } from "./tally.ts";

/** Of two channels the first is dropped before the activation, so that the softmax sees one. */
export const softmaxOverOneChannelIsAlwaysOne = checkOf({
  falsehood: "the channel goes through a sigmoid",
  right: "softmax",
  wrong: "sigmoid",
  procedure(activation: "softmax" | "sigmoid", random) {
    const t = tally(0);
    const options: Options = { convention: { activation, background: "out-before-activation" } };
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { classes: 2, absent: true, saturated: true });
      t.near(evaluate(softCrossEntropy, frame, options), 0);
      for (const slope of slopesOf(softCrossEntropy, frame, options)) t.near(slope, 0);
    }
    return t.outcome("cross-entropy and its gradient on 30 frames whose softmax sees one channel");
  },
});

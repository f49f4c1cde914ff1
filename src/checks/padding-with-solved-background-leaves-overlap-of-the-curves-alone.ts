import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { padded } from "./padding.ts";
import { slopesOf } from "./slopes.ts";
import { tally } from "./tally.ts";

export const paddingWithSolvedBackgroundLeavesOverlapOfTheCurvesAlone = checkOf({
  falsehood: "the added background is predicted at a margin of 2",
  right: 40,
  wrong: 2,
  procedure(margin, random) {
    const t = tally(1e-12);
    const curves: Options = { convention: { background: "out" } };
    for (const factor of [2, 3, 8, 16]) {
      const frame = randomFrame(random, { classes: 3, batch: 1 });
      const wide = padded(frame, factor, margin);
      for (const loss of [dice, tversky, lovaszSoftmax]) {
        t.near(evaluate(loss, wide.frame, curves), evaluate(loss, frame, curves));
        t.nearAll(wide.inside(slopesOf(loss, wide.frame, curves)), slopesOf(loss, frame, curves));
      }
    }
    return t.outcome(
      "Dice, Tversky and Lovász over the curves of frames padded up to 16 times, with gradients",
    );
  },
});

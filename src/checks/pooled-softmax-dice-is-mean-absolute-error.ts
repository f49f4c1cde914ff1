import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { meanOfTruth, randomFrame } from "./frames.ts";
import { tally } from "./tally.ts";

export const pooledSoftmaxDiceIsMeanAbsoluteError = checkOf({
  falsehood: "each class has a ratio of its own",
  right: "pooled",
  wrong: "mean",
  procedure(classReduction: "pooled" | "mean", random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { saturated: true });
      t.near(evaluate(dice, frame, { convention: { classReduction } }), 1 - meanOfTruth(frame));
    }
    return t.outcome("pooled Dice against one minus the mean probability of the true class on 30 frames");
  },
});

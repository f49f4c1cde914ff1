import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { mask } from "./frames.ts";
import { short, tally } from "./tally.ts";

export const lovaszHingeOnProbabilitiesScoresTheBackgroundShare = checkOf({
  falsehood: "the hinge is given logits of ±1",
  right: (truth: number) => truth,
  wrong: (truth: number) => 2 * truth - 1,
  procedure(given, random) {
    const t = tally(1e-12);
    const hinge: Options = { convention: { surrogate: "hinge" } };
    let share = 0;
    for (let n = 0; n < 30; n++) {
      const g = mask(random, 4 + random.below(60), 0.2);
      share = 1 - g.reduce((sum, value) => sum + value, 0) / g.length;
      const frame = { classes: 1, pixels: g.length, logits: g.map(given), target: g };
      t.near(evaluate(lovaszSoftmax, frame, hinge), share);
    }
    return t.outcome(`30 perfect answers given as probabilities; the last scores ${short(share)}`);
  },
});

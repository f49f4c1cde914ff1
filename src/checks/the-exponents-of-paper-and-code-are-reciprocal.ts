import { focalTversky } from "../losses/focal-tversky.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const theExponentsOfPaperAndCodeAreReciprocal = checkOf({
  falsehood: "the code is run with γ itself",
  right: (gamma: number) => 1 / gamma,
  wrong: (gamma: number) => gamma,
  procedure(toCode, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 20; n++) {
      const gamma = 1.05 + 1.95 * random.uniform();
      const frame = randomFrame(random, { classes: 1 + random.below(4) });
      const paper: Options = { parameters: { gamma }, convention: { exponent: "1/gamma" } };
      const code: Options = { parameters: { gamma: toCode(gamma) }, convention: { exponent: "gamma" } };
      compare(t, frame, [focalTversky, paper], [focalTversky, code]);
      if (frame.classes > 1) continue;
      const mean = evaluate(focalTversky, frame, { ...paper, convention: { classReduction: "mean" } });
      t.near(evaluate(focalTversky, frame, paper), mean);
    }
    return t.outcome(
      "exponent 1/γ of the paper against the code's exponent 1/γ at 20 random γ, with gradients",
    );
  },
});

import { focal } from "../losses/focal.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const oneAlphaForAllClassesIsAStepSize = checkOf({
  falsehood: "α weighs the foreground only",
  right: (alpha: number) => alpha,
  wrong: () => 1,
  procedure(ofBackground, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const alpha = 0.05 + 0.9 * random.uniform();
      const frame = randomFrame(random, { classes: 1 + random.below(4), saturated: true });
      const parameters = { positive: alpha, negative: ofBackground(alpha) };
      compare(t, frame, [focal], [focal, { parameters }], alpha);
    }
    return t.outcome("α times focal against focal with α on every class on 30 frames, with gradients");
  },
});

import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { tally } from "./tally.ts";

export const twoClassSoftmaxFocalIsSigmoidFocal = checkOf({
  falsehood: "the sigmoid sees z₁ alone",
  right: 1,
  wrong: 0,
  procedure(taken, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const two = randomFrame(random, { classes: 2, batch: 1, absent: true, saturated: true });
      const { pixels } = two;
      const logits = two.logits.slice(pixels).map((z, i) => z - taken * two.logits[i]!);
      const one = { ...two, classes: 1, logits };
      const options = { parameters: { gamma: 5 * random.uniform() } };
      t.near(evaluate(focal, two, options), evaluate(focal, one, options));
      t.nearAll(slopesOf(focal, two, options).slice(pixels), slopesOf(focal, one, options));
    }
    return t.outcome(
      "focal of two channels and of their difference on 30 frames at random γ, with gradients",
    );
  },
});

import { evaluate } from "../losses/kernel.ts";
import { losses } from "../losses/registry.ts";
import { checkOf } from "./check.ts";
import { randomFrame, uniforms } from "./frames.ts";
import { told } from "./slopes.ts";
import { tally } from "./tally.ts";

export const aCommonShiftOfTheLogitsChangesNothing = checkOf({
  falsehood: "the background's logit is not shifted with the others",
  right: 0,
  wrong: 1,
  procedure(first, random) {
    const t = tally(1e-12);
    const all = Object.values(losses);
    for (let n = 0; n < 6; n++) {
      const frame = randomFrame(random, { batch: 1 });
      const { classes, pixels, logits } = frame;
      const shift = uniforms(random, pixels, -5, 5);
      const moved = logits.map((z, k) => (k < first * pixels ? z : z + shift[k % pixels]!));
      for (const loss of all) {
        const { value, slopes } = told(loss, frame);
        t.near(value, evaluate(loss, { ...frame, logits: moved }));
        for (let i = 0; i < pixels; i++) {
          let sum = 0;
          for (let c = 0; c < classes; c++) sum += slopes[c * pixels + i]!;
          t.near(sum, 0);
        }
      }
    }
    return t.outcome(`${all.length} losses on 6 frames, each pixel's logits shifted by up to 5`);
  },
});

import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { padded } from "./padding.ts";
import { slopesOf } from "./slopes.ts";
import { tally } from "./tally.ts";

export const paddingWithSolvedBackgroundDividesThePerPixelLosses = checkOf({
  falsehood: "the added background is predicted at a margin of 2",
  right: 40,
  wrong: 2,
  procedure(margin, random) {
    const t = tally(1e-12);
    for (const factor of [2, 3, 8, 16]) {
      const frame = randomFrame(random, { classes: 3, batch: 1 });
      const wide = padded(frame, factor, margin);
      for (const loss of [softCrossEntropy, focal]) {
        t.near((factor * evaluate(loss, wide.frame)) / evaluate(loss, frame), 1);
        const [slopes, before] = [wide.inside(slopesOf(loss, wide.frame)), slopesOf(loss, frame)];
        const largest = Math.max(...before.map(Math.abs));
        t.nearAll(
          slopes.map((slope) => (factor * slope) / largest),
          before.map((slope) => slope / largest),
        );
      }
    }
    return t.outcome("cross-entropy and focal of frames padded 2, 3, 8 and 16 times, with gradients");
  },
});

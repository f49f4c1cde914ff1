import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { short, tally } from "./tally.ts";

export const noPixelOutvotesAnotherInCrossEntropy = checkOf({
  falsehood: "the pixels are summed and not averaged",
  right: "mean",
  wrong: "sum",
  procedure(reduction: "mean" | "sum", random) {
    const t = tally(1e-15);
    let loudest = 0;
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, {
        classes: 3,
        pixels: 40,
        batch: 1,
        absent: true,
        saturated: n % 2 === 0,
      });
      const slopes = slopesOf(softCrossEntropy, frame, { convention: { reduction } });
      for (let i = 0; i < 40; i++) {
        const pull = Math.abs(slopes[i]!) + Math.abs(slopes[40 + i]!) + Math.abs(slopes[80 + i]!);
        t.atMost(pull, 2 / 40);
        loudest = Math.max(loudest, 40 * pull);
      }
    }
    return t.outcome(`30 frames, some saturated; the loudest pixel pulls ${short(loudest)}/N`);
  },
});

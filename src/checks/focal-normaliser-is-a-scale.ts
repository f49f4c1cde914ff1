import { focal } from "../losses/focal.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const focalNormaliserIsAScale = checkOf({
  falsehood: "the background's share is taken",
  right: (foreground: number) => foreground,
  wrong: (foreground: number) => 1 - foreground,
  procedure(share, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { classes: 1, batch: 1, pixels: 21 + 2 * random.below(20) });
      const f = frame.labels.reduce((sum, label) => sum + label, 0) / frame.pixels;
      compare(t, frame, [focal, { convention: { divideBy: "positives" } }], [focal], share(f));
    }
    return t.outcome("focal over its foreground pixels, times their share, against its mean on 30 frames");
  },
});

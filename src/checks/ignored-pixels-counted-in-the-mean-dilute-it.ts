import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { tally } from "./tally.ts";

export const ignoredPixelsCountedInTheMeanDiluteIt = checkOf({
  falsehood: "ignored pixels are left out of the mean as well",
  right: "counted",
  wrong: "left-out",
  procedure(ignored: "counted" | "left-out", random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { classes: 1 + random.below(4), saturated: true });
      const ignore = frame.labels.map((_, i) => (i === 0 ? 1 : i === 1 ? 0 : random.below(2)));
      const kept = ignore.reduce((sum, flag) => sum + 1 - flag, 0) / ignore.length;
      const partly = { ...frame, ignore };
      for (const loss of [softCrossEntropy, focal]) {
        t.near(evaluate(loss, partly, { convention: { ignored } }), kept * evaluate(loss, partly));
      }
    }
    return t.outcome("cross-entropy and focal on 30 frames with about half of the pixels ignored");
  },
});

import { focal } from "../losses/focal.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { log } from "../numerics/log.ts";
import { checkOf } from "./check.ts";
import { constantFrame } from "./frames.ts";
import { backgroundShare } from "./slopes.ts";
import { short, tally } from "./tally.ts";

export const fromAPriorStartCrossEntropyGivesTheBackgroundHalf = checkOf({
  falsehood: "the start is the uniform prediction",
  right: (volumes: readonly number[]) => volumes.map(log),
  wrong: (volumes: readonly number[]) => volumes.map(() => 0),
  procedure(start, random) {
    const t = tally(1e-12);
    let last = 1;
    let f = 0;
    let share = 0;
    for (const curve of [300, 100, 30, 10, 3, 1]) {
      const volumes = [2000 + random.below(1000), curve, curve];
      const frame = constantFrame(volumes, start(volumes));
      f = volumes[0]! / frame.pixels;
      share = backgroundShare(softCrossEntropy, frame);
      t.near(share, (2 * f) / (1 + 3 * f));
      const ofFocal = backgroundShare(focal, frame);
      t.less(ofFocal, last);
      last = ofFocal;
    }
    t.atMost(last, 1e-4);
    const ofFocal = [400, 200, 100, 50, 30, 10].map((curve) => {
      const volumes = [2000 - 2 * curve, curve, curve];
      return backgroundShare(focal, constantFrame(volumes, start(volumes)));
    });
    [0.208, 0.075, 0.023, 0.006, 0.002, 0.0003].forEach((expected, k) => {
      t.atMost(Math.abs(ofFocal[k]! - expected), 1e-3);
    });
    return t.outcome(
      `at f = ${f.toFixed(4)} the background has ${share.toFixed(4)} of cross-entropy, ${short(last)} of focal`,
    );
  },
});

import { focal } from "../losses/focal.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { log } from "../numerics/log.ts";
import { checkOf } from "./check.ts";
import { constantFrame } from "./frames.ts";
import { backgroundShare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const fromAUniformStartCrossEntropyListensByShare = checkOf({
  falsehood: "the start is a prediction of the class frequencies",
  right: (volumes: readonly number[]) => volumes.map(() => 0),
  wrong: (volumes: readonly number[]) => volumes.map(log),
  procedure(start, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 12; n++) {
      const volumes = [100 + random.below(600), 1 + random.below(60), 1 + random.below(60)];
      const frame = constantFrame(volumes, start(volumes));
      const f = volumes[0]! / frame.pixels;
      t.near(backgroundShare(softCrossEntropy, frame), f);
      t.near(backgroundShare(focal, frame), f);
    }
    return t.outcome("the background's share of the gradient against its share of the pixels on 12 frames");
  },
});

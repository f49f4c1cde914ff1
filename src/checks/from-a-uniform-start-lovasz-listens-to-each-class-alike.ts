import type { Loss } from "../losses/loss.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { constantFrame } from "./frames.ts";
import { backgroundShare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const fromAUniformStartLovaszListensToEachClassAlike = checkOf({
  falsehood: "the loss is soft Jaccard",
  right: lovaszSoftmax as Loss,
  wrong: tversky,
  procedure(loss, random) {
    const t = tally(1e-12);
    const options = loss === tversky ? { parameters: { falsePositive: 1, falseNegative: 1 } } : {};
    for (let n = 0; n < 10; n++) {
      const volumes = [100 + random.below(500), 1 + random.below(60), 1 + random.below(60)];
      t.near(backgroundShare(loss, constantFrame(volumes, [0, 0, 0]), options), 1 / 3);
    }
    return t.outcome("the background's share of the gradient on 10 frames of random class sizes");
  },
});

import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { told } from "./slopes.ts";
import { tally } from "./tally.ts";

/** The record with both weights at one, against overlap over union added up here. */
export const tverskyAtOneIsJaccard = checkOf({
  falsehood: "both weights are one half",
  right: 1,
  wrong: 0.5,
  procedure(weight, random) {
    const t = tally(1e-12);
    const options = { parameters: { falsePositive: weight, falseNegative: weight } };
    for (let n = 0; n < 40; n++) {
      const pixels = 4 + random.below(40);
      const g = mask(random, pixels);
      const p = n % 2 ? mask(random, pixels) : uniforms(random, pixels);
      const overlap = p.reduce((sum, value, i) => sum + value * g[i]!, 0);
      const union = p.reduce((sum, value, i) => sum + value + g[i]! - value * g[i]!, 0);
      const { value, slopes } = told(tversky, channel(p, g), options);
      t.near(value, 1 - overlap / union);
      t.nearAll(
        slopes,
        g.map((truth) => (overlap * (1 - truth) - union * truth) / union ** 2),
      );
    }
    return t.outcome(
      "Tversky at 1, 1 against one minus overlap over union, and their gradients, on 20 hard and 20 soft masks",
    );
  },
});

import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import { log } from "../numerics/log.ts";
import { checkOf } from "./check.ts";
import { pullRatio } from "./focal-pull.ts";
import { channel, uniforms } from "./frames.ts";
import { tally } from "./tally.ts";

export const focalFallsAsTheExponentGrows = checkOf({
  falsehood: "the pull on the logit is taken for the loss",
  right: (p: number, gamma: number) => evaluate(focal, channel([p], [1]), { parameters: { gamma } }),
  wrong: (p: number, gamma: number) => pullRatio(p, gamma),
  procedure(amount, random) {
    const t = tally(0);
    for (let n = 0; n < 40; n++) {
      const p = 0.05 + 0.9 * random.uniform();
      // The slope at an exponent of zero, by a one-sided difference of second order.
      const h = 1e-4;
      const slope = (4 * amount(p, h) - amount(p, 2 * h) - 3 * amount(p, 0)) / (2 * h);
      t.atMost(Math.abs(slope + log(1 - p) * log(p)), 1e-6);
      const gammas = [...uniforms(random, 6, 0, 6)].sort((a, b) => a - b);
      const values = gammas.map((gamma) => amount(p, gamma));
      for (let k = 1; k < values.length; k++) t.less(values[k]!, values[k - 1]!);
    }
    return t.outcome(
      "six random exponents in order, and the slope at zero, at each of 40 random predictions",
    );
  },
});

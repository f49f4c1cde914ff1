import { evaluate } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { difference, slopesOf } from "./slopes.ts";
import { tally } from "./tally.ts";

export const swappingPredictionAndTruthSwapsTheTverskyWeights = checkOf({
  falsehood: "the weights stay where they were",
  right: true,
  wrong: false,
  procedure(swap, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 40; n++) {
      const pixels = 4 + random.below(40);
      const soft = n % 2 === 1;
      const p = soft ? uniforms(random, pixels) : mask(random, pixels);
      const g = soft ? uniforms(random, pixels) : mask(random, pixels);
      const [a, b] = [random.uniform(), random.uniform()];
      const weights = (falsePositive: number, falseNegative: number) => ({
        parameters: { falsePositive, falseNegative },
      });
      const back = swap ? weights(b, a) : weights(a, b);
      t.near(evaluate(tversky, channel(p, g), weights(a, b)), evaluate(tversky, channel(g, p), back));
      if (!soft) continue;
      // The slope to a prediction is, after the swap, the slope to a target, which only a difference can tell.
      const i = random.below(pixels);
      const target = (x: number) => evaluate(tversky, channel(g, p.with(i, x)), back);
      const at = 0.05 + 0.9 * p[i]!;
      const slope = slopesOf(tversky, channel(p.with(i, at), g), weights(a, b))[i]!;
      t.atMost(Math.abs(slope - difference(target, at)), 1e-7);
    }
    return t.outcome(
      "Tversky of (p, g) and of (g, p) at 40 random weight pairs, hard and soft, and 20 slopes by differences",
    );
  },
});

import { evaluateCounts } from "../losses/kernel.ts";
import type { Counts } from "../losses/loss.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { short, tally } from "./tally.ts";

/** Prices are read off the gradient to the pixels: a foreground pixel's for a miss, a background pixel's for a stray. */
export const tverskyMarginalPrice = checkOf({
  falsehood: "the price is the ratio of the weights",
  right: ({ tp, fp, fn }: Counts, alpha: number, beta: number) =>
    (alpha * fp + beta * (tp + fn)) / (alpha * tp),
  wrong: (_: Counts, alpha: number, beta: number) => beta / alpha,
  procedure(price, random) {
    const t = tally(1e-10);
    let dearest = 0;
    for (let n = 0; n < 40; n++) {
      const pixels = 8 + random.below(40);
      const g = mask(random, pixels);
      const p = uniforms(random, pixels, 0.01, 0.99);
      const [alpha, beta] = uniforms(random, 2, 0.05, 1) as unknown as [number, number];
      const options = { parameters: { falsePositive: alpha, falseNegative: beta } };
      const slopes = slopesOf(tversky, channel(p, g), options);
      const counts = { tp: 0, fp: 0, fn: 0 };
      p.forEach((value, i) => {
        counts.tp += value * g[i]!;
        counts.fp += value * (1 - g[i]!);
        counts.fn += (1 - value) * g[i]!;
      });
      const measured = -slopes[g.indexOf(1)]! / slopes[g.indexOf(0)]!;
      dearest = Math.max(dearest, measured / (beta / alpha));
      t.near(measured, price(counts, alpha, beta));
    }
    const perfect = evaluateCounts(tversky, [{ tp: 9, fp: 0, fn: 0 }]).slopes[0]!;
    t.near((perfect.fn - perfect.tp) / perfect.fp, price({ tp: 9, fp: 0, fn: 0 }, 0.5, 0.5));
    return t.outcome(`price of a miss on 40 soft frames; up to ${short(dearest)} times β/α`);
  },
});

import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { channel, uniforms } from "./frames.ts";
import { short, tally } from "./tally.ts";

/** The Jaccard metric loss as its authors write it, in norms. */
function metricLoss(x: Float64Array, y: Float64Array): number {
  const apart = x.reduce((sum, value, i) => sum + Math.abs(value - y[i]!), 0);
  const sizes = x.reduce((sum, value, i) => sum + value + y[i]!, 0);
  return 1 - (sizes - apart) / (sizes + apart);
}

export const onlyTheNormFormAcceptsSoftLabels = checkOf({
  falsehood: "the overlap is the product form",
  right: "l1",
  wrong: "product",
  procedure(intersection: "l1" | "product", random) {
    const t = tally(1e-12);
    let left = 1;
    for (let n = 0; n < 30; n++) {
      const pixels = 3 + random.below(30);
      const g = uniforms(random, pixels, 0.05, 0.95);
      const other = g.with(random.below(pixels), random.uniform());
      t.near(evaluate(dice, channel(g, g), { convention: { intersection } }), 0);
      t.less(0, evaluate(dice, channel(other, g), { convention: { intersection } }));
      // Both weights at one make Tversky the Jaccard loss, in this form the Jaccard metric loss.
      const jaccard = { parameters: { falsePositive: 1, falseNegative: 1 }, convention: { intersection } };
      t.near(evaluate(tversky, channel(g, g), jaccard), 0);
      t.less(0, evaluate(tversky, channel(other, g), jaccard));
      t.near(evaluate(tversky, channel(other, g), jaccard), metricLoss(other, g));
      const product = evaluate(dice, channel(g, g));
      t.less(0.01, product);
      left = Math.min(left, product);
    }
    return t.outcome(`at p = g on 30 soft labels the product form never falls below ${short(left)}`);
  },
});

import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { channel, uniforms } from "./frames.ts";
import { short, tally } from "./tally.ts";

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
      const product = evaluate(dice, channel(g, g));
      t.less(0.01, product);
      left = Math.min(left, product);
    }
    return t.outcome(`at p = g on 30 soft labels the product form never falls below ${short(left)}`);
  },
});

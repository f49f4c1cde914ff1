import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import { log } from "../numerics/log.ts";
import { checkOf } from "./check.ts";
import { channel, uniforms } from "./frames.ts";
import { short, tally } from "./tally.ts";

/** The coded line, written out, on one pixel; focal at γ = 0 with two weights is the cross-entropy that was meant. */
export const theCodedComboTermRewardsTheError = checkOf({
  falsehood: "the second term is subtracted as the first one is",
  right: 1,
  wrong: -1,
  procedure(sign, random) {
    const t = tally(1e-12);
    const coded = (p: number, y: number, w: number) => (y === 1 ? -w * log(p) : sign * (1 - w) * log(1 - p));
    const meant = (p: number, y: number, w: number) =>
      evaluate(focal, channel([p], [y]), { parameters: { gamma: 0, positive: w, negative: 1 - w } });
    for (let n = 0; n < 40; n++) {
      const w = 0.1 + 0.8 * random.uniform();
      const [low, high] = [...uniforms(random, 2, 0.01, 0.99)].sort((a, b) => a - b) as [number, number];
      t.less(coded(high, 0, w), coded(low, 0, w));
      t.less(meant(low, 0, w), meant(high, 0, w));
      t.near(coded(low, 0, w), -meant(low, 0, w));
      t.near(coded(low, 1, w), meant(low, 1, w));
    }
    const [first, last] = [coded(0.01, 0, 0.5), coded(0.99, 0, 0.5)];
    t.atMost(Math.abs(first + 0.005), 5e-4);
    t.atMost(Math.abs(last + 2.3), 5e-3);
    return t.outcome(
      `40 random weights; with one half a background pixel pays ${short(first)} at 0.01 and ${short(last)} at 0.99`,
    );
  },
});

import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { checkOf } from "./check.ts";
import { channel, uniforms } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { short, tally } from "./tally.ts";

export const emptyMaskDiceIsDecidedBySmoothing = checkOf({
  falsehood: "the constant is added below the line only",
  right: 1,
  wrong: 0,
  procedure(above, random) {
    const t = tally(1e-12);
    const pixels = 20 + random.below(40);
    const p = uniforms(random, pixels);
    const mass = p.reduce((sum, value) => sum + value, 0);
    const frame = channel(p, new Float64Array(pixels));
    const smoothed = (s: number): Options => ({
      convention: { smoothingNumerator: above * s, smoothingDenominator: s },
    });
    const slopes = [1e-7, 1e-5, 1e-3, 0.1, 1, 10].map((s) => {
      t.near(evaluate(dice, frame, smoothed(s)), mass / (mass + s));
      const slope = slopesOf(dice, frame, smoothed(s));
      for (const each of slope) t.near(each, s / (mass + s) ** 2);
      return slope[0]!;
    });
    t.near(evaluate(dice, frame), 1);
    for (const slope of slopesOf(dice, frame)) t.near(slope, 0);
    t.less(1e3 * slopes[0]!, slopes[5]!);
    return t.outcome(
      `an empty mask at P = ${short(mass)}: slopes from ${short(slopes[0]!)} to ${short(slopes[5]!)} for six s`,
    );
  },
});

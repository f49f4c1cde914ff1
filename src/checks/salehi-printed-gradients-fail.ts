import { evaluateCounts } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { mask, uniforms } from "./frames.ts";
import { difference } from "./slopes.ts";
import { short, tally } from "./tally.ts";

/** Equation 3 in its two variables, p₀ and p₁, by the engine on soft counts; derivatives by central differences. */
export const salehiPrintedGradientsFail = checkOf({
  falsehood: "equation 4 is taken for the derivative itself",
  right: 2,
  wrong: 1,
  procedure(factor, random) {
    const t = tally(1e-7);
    let wrongBy = 0;
    for (let n = 0; n < 20; n++) {
      const pixels = 4 + random.below(12);
      const g = mask(random, pixels);
      const [p0, p1] = [uniforms(random, pixels, 0.1, 0.9), uniforms(random, pixels, 0.1, 0.9)];
      const [alpha, beta] = uniforms(random, 2, 0.1, 1) as unknown as [number, number];
      const counts = (inside: Float64Array, outside: Float64Array) => ({
        tp: inside.reduce((sum, p, i) => sum + p * g[i]!, 0),
        fp: inside.reduce((sum, p, i) => sum + p * (1 - g[i]!), 0),
        fn: outside.reduce((sum, p, i) => sum + p * g[i]!, 0),
      });
      const index = (inside: Float64Array, outside: Float64Array) =>
        1 -
        evaluateCounts(tversky, [counts(inside, outside)], {
          parameters: { falsePositive: alpha, falseNegative: beta },
        }).value;
      const { tp, fp, fn } = counts(p0, p1);
      const below = tp + alpha * fp + beta * fn;
      for (const j of [g.indexOf(1), g.indexOf(0)]) {
        const [g0, g1] = [g[j]!, 1 - g[j]!];
        const printed = (2 * (g0 * below - (g0 + alpha * g1) * tp)) / below ** 2;
        t.near(printed, factor * difference((x) => index(p0.with(j, x), p1), p0[j]!));
        const inOther = difference((x) => index(p0, p1.with(j, x)), p1[j]!);
        t.near((-beta * g0 * tp) / below ** 2, inOther);
        wrongBy = Math.max(wrongBy, Math.abs((-beta * g1 * tp) / below ** 2 - inOther));
      }
    }
    t.less(1e-3, wrongBy);
    return t.outcome(
      `eq. 4 against twice the derivative at 40 pixels; eq. 5 as printed is off by up to ${short(wrongBy)}`,
    );
  },
});

import { focalTversky } from "../losses/focal-tversky.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import { pow } from "../numerics/pow.ts";
import { checkOf } from "./check.ts";
import { difference } from "./slopes.ts";
import { short, tally } from "./tally.ts";

/** Each decade nearer to one multiplies the slope by 10^(1 − e); no floor is set under it. */
export const focalTverskySlopeIsInfiniteAtPerfection = checkOf({
  falsehood: "the exponent is γ, above one",
  right: "1/gamma",
  wrong: "gamma",
  procedure(exponent: "1/gamma" | "gamma", random) {
    const t = tally(1e-4);
    let steepest = 0;
    for (let n = 0; n < 10; n++) {
      const gamma = 1.1 + 1.9 * random.uniform();
      const slope = (lack: number) => {
        const value = (u: number) =>
          evaluateCounts(focalTversky, [{ tp: 1 - u, fp: 0, fn: u / 0.5 }], {
            parameters: { gamma },
            convention: { exponent, slopeFloor: 0 },
          }).value;
        return Math.abs(difference(value, lack, lack / 1e3));
      };
      for (const lack of [1e-2, 1e-4, 1e-6, 1e-8]) {
        const growth = slope(lack / 10) / slope(lack);
        t.less(1, growth);
        t.near(growth, pow(10, 1 - 1 / gamma));
      }
      steepest = Math.max(steepest, slope(1e-9));
    }
    return t.outcome(`ten exponents below one, four decades each; up to ${short(steepest)} at 1 − TI = 1e−9`);
  },
});

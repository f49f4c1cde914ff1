import { focalTversky } from "../losses/focal-tversky.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { randomFrame, uniforms } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const focalTverskyAtExponentOneIsTversky = checkOf({
  falsehood: "the exponent is the paper's 1/γ = ¾",
  right: 1,
  wrong: 4 / 3,
  procedure(gamma, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 20; n++) {
      const frame = randomFrame(random, { saturated: true });
      const [falsePositive, falseNegative] = uniforms(random, 2, 0.05, 1) as unknown as [number, number];
      const weights = { falsePositive, falseNegative };
      for (const classReduction of ["mean", "sum"] as const) {
        const convention = { classReduction };
        const left = { convention, parameters: { ...weights, gamma } };
        compare(t, frame, [focalTversky, left], [tversky, { convention, parameters: weights }]);
      }
    }
    return t.outcome("focal Tversky at γ = 1 against Tversky at random weights on 20 frames, mean and sum");
  },
});

import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import { exp } from "../numerics/exp.ts";
import { log } from "../numerics/log.ts";
import { pow } from "../numerics/pow.ts";
import { checkOf } from "./check.ts";
import { difference } from "./slopes.ts";
import { tally } from "./tally.ts";

/** The printed formula against central differences of the engine's value, for both signs of y. */
export const linDerivativeAsPrintedIsRight = checkOf({
  falsehood: "the factor γ is left out of the bracket",
  right: (gamma: number) => gamma,
  wrong: () => 1,
  procedure(factor, random) {
    const t = tally(1e-7);
    for (let n = 0; n < 60; n++) {
      const [z, gamma] = [10 * random.uniform() - 5, 1.2 + 4 * random.uniform()];
      const y = random.below(2) ? 1 : -1;
      const p = 1 / (1 + exp(-y * z));
      const printed = y * pow(1 - p, gamma) * (factor(gamma) * p * log(p) + p - 1);
      const value = (logit: number) =>
        evaluate(
          focal,
          { classes: 1, pixels: 1, logits: Float64Array.of(logit), labels: [y > 0 ? 1 : 0] },
          { parameters: { gamma } },
        );
      t.near(printed, difference(value, z, 1e-5));
    }
    return t.outcome("the printed derivative against central differences at 60 random logits and exponents");
  },
});

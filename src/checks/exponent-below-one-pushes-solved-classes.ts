import { focalTversky } from "../losses/focal-tversky.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { uniforms } from "./frames.ts";
import { difference } from "./slopes.ts";
import { short, tally } from "./tally.ts";

/** Slopes by central differences of the engine's value as the index rises, with misses only. */
export const exponentBelowOnePushesSolvedClasses = checkOf({
  falsehood: "exponents are read as 1/γ where they are γ",
  right: "gamma",
  wrong: "1/gamma",
  procedure(exponent: "gamma" | "1/gamma", random) {
    const t = tally(5e-3);
    const slope = (index: number, gamma: number) => {
      const value = (ti: number) =>
        evaluateCounts(focalTversky, [{ tp: ti, fp: 0, fn: (1 - ti) / 0.7 }], {
          parameters: { falsePositive: 0.3, falseNegative: 0.7, gamma },
          convention: { exponent },
        }).value;
      return Math.abs(difference(value, index));
    };
    const shown = [slope(0.1, 3 / 4), slope(0.99, 3 / 4), slope(0.1, 4 / 3), slope(0.99, 4 / 3)];
    t.nearAll(shown, [0.77, 2.37, 1.29, 0.29]);
    const grid = [...uniforms(random, 20, 0.03, 0.99)].sort((a, b) => a - b);
    for (let k = 1; k < grid.length; k++) {
      t.less(slope(grid[k - 1]!, 3 / 4), slope(grid[k]!, 3 / 4));
      t.less(slope(grid[k]!, 4 / 3), slope(grid[k - 1]!, 4 / 3));
    }
    const [a, b, c, d] = shown.map(short);
    return t.outcome(
      `exponent ¾: ${a} at 0.1, ${b} at 0.99; exponent 4/3: ${c} and ${d}; 20 indices between`,
    );
  },
});

import { focalTversky } from "../losses/focal-tversky.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import { pow } from "../numerics/pow.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

/** The equation is the engine's; the figure's form is written out. */
export const abrahamFigureAndEquationPart = checkOf({
  falsehood: "γ is one, where the two forms meet",
  right: 1,
  wrong: 0,
  procedure(above, random) {
    const t = tally(5e-4);
    const equation = (ti: number, gamma: number) =>
      evaluateCounts(focalTversky, [{ tp: ti, fp: 0, fn: 2 * (1 - ti) }], { parameters: { gamma } }).value;
    const figure = (ti: number, gamma: number) => 1 - pow(ti, gamma);
    t.near(figure(0.6, 1 + above), 0.64);
    t.near(equation(0.6, 1 + above), 0.632);
    let least = 1;
    for (let n = 0; n < 30; n++) {
      const gamma = 1 + above * (0.05 + 2 * random.uniform());
      const gaps = Array.from({ length: 19 }, (_, k) => 0.05 * (k + 1)).map((ti) =>
        Math.abs(equation(ti, gamma) - figure(ti, gamma)),
      );
      least = Math.min(least, Math.max(...gaps));
      t.less(1e-3, Math.max(...gaps));
    }
    return t.outcome(`30 random γ above one; the two forms part by at least ${short(least)} somewhere`);
  },
});

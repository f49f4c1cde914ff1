import { checkOf } from "./check.ts";
import { tally } from "./tally.ts";

export const sensitivityRisesWithTheWeightOfAMissInTheLesionSweep = checkOf({
  falsehood: "specificity is taken for sensitivity",
  right: "sensitivity",
  wrong: "specificity",
  procedure(rising: string, _, numberOf) {
    const t = tally(0);
    const strayWeights = ["0-5", "0-4", "0-3", "0-2", "0-1"];
    const column = (name: string) =>
      strayWeights.map((row) => numberOf(`salehi2017tversky.tables.sweep.${row}.${name}`));
    const shown = column(rising);
    for (let k = 1; k < shown.length; k++) t.less(shown[k - 1]!, shown[k]!);
    for (const score of ["dsc", "f2-score", "apr-score"]) {
      const values = column(score);
      t.near(values.indexOf(Math.max(...values)), 2);
    }
    return t.outcome(`sensitivity ${shown.join(", ")}; the three other scores peak in the third row of five`);
  },
});

import { five, severe } from "../experiments/judges.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { short, tally } from "./tally.ts";

export const theTiltKeepsMostRecallInTheLab = checkOf({
  falsehood: "the family is Dice",
  right: "tversky",
  wrong: "dice",
  procedure(row: string, _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const others = five.filter((other) => other !== row);
    const leads = table.learningRates.flatMap((rate) =>
      severe.flatMap((share) => {
        const values = others.map((other) => table.values(other, "curve-recall", share, rate));
        return table.values(row, "curve-recall", share, rate).map((recall, seed) => {
          const next = Math.max(...values.map((of) => of[seed]!));
          t.less(next, recall);
          return recall - next;
        });
      }),
    );
    return t.outcome(
      `its curve recall leads by at least ${short(Math.min(...leads))} in ${leads.length} runs`,
    );
  },
});

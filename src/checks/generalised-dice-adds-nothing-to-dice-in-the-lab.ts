import { severe } from "../experiments/judges.ts";
import { mean } from "../experiments/verdict.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { short, tally } from "./tally.ts";

export const generalisedDiceAddsNothingToDiceInTheLab = checkOf({
  falsehood: "Dice is set against cross-entropy",
  right: "generalised-dice",
  wrong: "soft-cross-entropy",
  procedure(other: string, _, numberOf) {
    const t = tally(0.01);
    const table = labTable(numberOf);
    const gains = table.learningRates.flatMap((rate) =>
      severe.map((share) => {
        const [base, shown] = ["dice", other].map((row) => mean(table.values(row, "curve-f1", share, rate)));
        t.near(shown!, base!);
        return shown! - base!;
      }),
    );
    return t.outcome(
      `differences in mean curve F1 of ${gains.map(short).join(", ")} at two shares and two rates`,
    );
  },
});

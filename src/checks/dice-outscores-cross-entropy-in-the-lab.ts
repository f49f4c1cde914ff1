import { severe } from "../experiments/judges.ts";
import { mean } from "../experiments/verdict.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { short, tally } from "./tally.ts";

export const diceOutscoresCrossEntropyInTheLab = checkOf({
  falsehood: "Dice is set against generalised Dice",
  right: "soft-cross-entropy",
  wrong: "generalised-dice",
  procedure(other: string, _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const gains = table.learningRates.map((rate) => {
      const [ours, theirs] = ["dice", other].map((row) => table.values(row, "curve-f1", severe[1]!, rate));
      ours!.forEach((f1, seed) => {
        t.less(theirs![seed]!, f1);
      });
      return mean(ours!) - mean(theirs!);
    });
    return t.outcome(
      `mean gains in curve F1 of ${gains.map(short).join(" and ")} at two learning rates, eight seeds each`,
    );
  },
});

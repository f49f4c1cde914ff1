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
    const gains = table.learningRates.flatMap((rate) =>
      severe.map((share) => {
        const [ours, theirs] = ["dice", other].map((row) => table.values(row, "curve-f1", share, rate));
        ours!.forEach((f1, seed) => {
          t.less(theirs![seed]!, f1);
        });
        return mean(ours!) - mean(theirs!);
      }),
    );
    return t.outcome(
      `mean gains in curve F1 of ${gains.map(short).join(", ")} at two shares and two rates, eight seeds each`,
    );
  },
});

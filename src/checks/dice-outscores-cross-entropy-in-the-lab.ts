import { severe, smallF1 } from "../experiments/judges.ts";
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
    const f1 = (row: string, share: number, rate: number) => table.values(row, "curve-f1", share, rate);
    const gains = table.learningRates.map((rate) => {
      const [ours, theirs] = ["dice", other].map((row) => f1(row, severe[1]!, rate));
      ours!.forEach((score, seed) => {
        t.less(theirs![seed]!, score);
      });
      return mean(ours!) - mean(theirs!);
    });
    const [faster] = table.learningRates;
    const next = mean(f1("dice", severe[0]!, faster!)) - mean(f1(other, severe[0]!, faster!));
    t.less(next, smallF1);
    return t.outcome(
      `mean gains in curve F1 of ${gains.map(short).join(" and ")} at two learning rates, eight seeds each; ${short(next)} at the next share`,
    );
  },
});

import { checkOf } from "./check.ts";
import { tally } from "./tally.ts";

export const crossEntropyAndDiceChangePlacesBetweenTwoRuns = checkOf({
  falsehood: "the organ is the pancreas",
  right: "liver-tumour",
  wrong: "pancreas",
  procedure(task: string, _, numberOf) {
    const t = tally(0);
    const at = (table: string, loss: string) => numberOf(`ma2021lossodyssey.tables.${table}.${loss}.${task}`);
    const runs = ["dsc", "dsc-rerun"].map((table) => ({ ce: at(table, "ce"), ofDice: at(table, "dice") }));
    t.less(runs[0]!.ce, runs[0]!.ofDice);
    t.less(runs[1]!.ofDice, runs[1]!.ce);
    return t.outcome(runs.map(({ ce, ofDice }) => `Dice ${ofDice} and cross-entropy ${ce}`).join(", then "));
  },
});

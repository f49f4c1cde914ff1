import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

export const focalIsBelowCrossEntropyInTheOdyssey = checkOf({
  falsehood: "the loss is Dice",
  right: "focal",
  wrong: "dice",
  procedure(loss: string, _, numberOf) {
    const t = tally(0);
    const at = (row: string, task: string) => numberOf(`ma2021lossodyssey.tables.dsc.${row}.${task}`);
    const gaps = ["liver", "liver-tumour", "pancreas", "multi-organ"].map((task) => {
      t.less(at(loss, task), at("ce", task));
      return at("ce", task) - at(loss, task);
    });
    return t.outcome(`cross-entropy less focal on the four tasks: ${gaps.map(short).join(", ")}`);
  },
});

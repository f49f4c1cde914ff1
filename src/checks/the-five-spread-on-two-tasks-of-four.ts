import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

export const theFiveSpreadOnTwoTasksOfFour = checkOf({
  falsehood: "the metric is NSD",
  right: "dsc",
  wrong: "nsd",
  procedure(metric: string, _, numberOf) {
    const t = tally(0);
    const five = ["ce", "dice", "focal", "lovasz", "tversky"];
    const spreadOf = (task: string) => {
      const values = five.map((loss) => numberOf(`ma2021lossodyssey.tables.${metric}.${loss}.${task}`));
      return Math.max(...values) - Math.min(...values);
    };
    const wide = ["liver-tumour", "multi-organ"].map(spreadOf);
    const narrow = ["liver", "pancreas"].map(spreadOf);
    t.less(3 * Math.max(...narrow), Math.min(...wide));
    return t.outcome(
      `spreads of ${wide.map(short).join(" and ")} against ${narrow.map(short).join(" and ")}`,
    );
  },
});

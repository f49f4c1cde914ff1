import { checkOf } from "./check.ts";
import { tally } from "./tally.ts";

export const crossEntropyLeadsTheMultiOrganTask = checkOf({
  falsehood: "the task is the liver tumours",
  right: "multi-organ",
  wrong: "liver-tumour",
  procedure(task: string, _, numberOf) {
    const t = tally(0);
    const order = ["ce", "dice", "tversky", "focal", "focaltversky", "lovasz", "gdice"];
    const dsc = order.map((loss) => numberOf(`ma2021lossodyssey.tables.dsc.${loss}.${task}`));
    for (let k = 1; k < dsc.length; k++) t.less(dsc[k]!, dsc[k - 1]!);
    return t.outcome(`DSC in the order stated: ${dsc.join(", ")}`);
  },
});

import { severe } from "../experiments/judges.ts";
import { mean } from "../experiments/verdict.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { short, tally } from "./tally.ts";

export const aThresholdShiftRegainsMostOfTheGapInTheLab = checkOf({
  falsehood: "focal is taken for the shifted threshold",
  right: "soft-cross-entropy-shifted",
  wrong: "focal",
  procedure(row: string, _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const regained = table.learningRates.flatMap((rate) =>
      severe.map((share) => {
        const f1 = (of: string) => mean(table.values(of, "curve-f1", share, rate));
        const plain = f1("soft-cross-entropy");
        t.less(plain, f1("dice"));
        const part = (f1(row) - plain) / (f1("dice") - plain);
        t.less(0.5, part);
        return part;
      }),
    );
    return t.outcome(`${regained.map(short).join(", ")} of the gap at two shares and two rates`);
  },
});

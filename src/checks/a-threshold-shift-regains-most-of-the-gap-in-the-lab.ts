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
    const regained = (share: number, rate: number) => {
      const f1 = (of: string) => mean(table.values(of, "curve-f1", share, rate));
      const plain = f1("soft-cross-entropy");
      t.less(plain, f1("dice"));
      return (f1(row) - plain) / (f1("dice") - plain);
    };
    const [second, highest] = severe as [number, number];
    const [quick, slow] = table.learningRates as [number, number];
    const most = [regained(highest, quick), regained(highest, slow), regained(second, slow)];
    const less = regained(second, quick);
    for (const part of most) t.less(0.5, part);
    t.less(less, 0.5);
    return t.outcome(
      `${most.map(short).join(", ")} of the gap, and ${short(less)} at the second highest share and higher rate`,
    );
  },
});

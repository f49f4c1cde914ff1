import { five, mild, range, smallF1 } from "../experiments/judges.ts";
import { mean } from "../experiments/verdict.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { short, tally } from "./tally.ts";

export const theFamiliesDifferAtMildSharesInTheLab = checkOf({
  falsehood: "the families are Dice and generalised Dice alone",
  right: five,
  wrong: ["dice", "generalised-dice"],
  procedure(rows: readonly string[], _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const spans = table.learningRates.flatMap((rate) =>
      mild.map((share) => mean(range(table, rows, "curve-f1", share, rate))),
    );
    for (const span of spans) t.less(smallF1, span);
    return t.outcome(
      `mean spans of curve F1 of ${spans.map(short).join(", ")} at the two mildest shares and two rates`,
    );
  },
});

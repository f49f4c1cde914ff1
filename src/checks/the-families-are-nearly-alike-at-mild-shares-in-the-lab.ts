import { five, mild, range, severe, smallF1 } from "../experiments/judges.ts";
import { mean } from "../experiments/verdict.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { short, tally } from "./tally.ts";

export const theFamiliesAreNearlyAlikeAtMildSharesInTheLab = checkOf({
  falsehood: "the shares are the two highest",
  right: mild,
  wrong: severe,
  procedure(shown: readonly number[], _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const span = (share: number, rate: number) => mean(range(table, five, "curve-f1", share, rate));
    const [first, second] = shown as [number, number];
    const [quick, slow] = table.learningRates as [number, number];
    const alike = [span(first, quick), span(first, slow), span(second, slow)];
    const apart = span(second, quick);
    for (const each of alike) t.atMost(each, smallF1);
    t.less(smallF1, apart);
    t.less(apart, 0.025);
    return t.outcome(
      `mean spans of curve F1 of ${alike.map(short).join(", ")}, and ${short(apart)} at the second share and higher rate`,
    );
  },
});

import { severe } from "../experiments/judges.ts";
import { mean, paired } from "../experiments/verdict.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { short, tally } from "./tally.ts";

export const partOfTheGapIsSlowOptimisationInTheLab = checkOf({
  falsehood: "the gap is that between Dice and generalised Dice",
  right: "soft-cross-entropy",
  wrong: "generalised-dice",
  procedure(other: string, _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const [slow, quick] = [Math.min(...table.learningRates), Math.max(...table.learningRates)];
    const more = severe.map((share) => {
      const gap = (rate: number) =>
        paired(table.values("dice", "curve-f1", share, rate), table.values(other, "curve-f1", share, rate));
      const [wide, narrow] = [gap(slow), gap(quick)];
      wide.forEach((each, seed) => {
        t.less(narrow[seed]!, each);
      });
      return mean(wide) - mean(narrow);
    });
    return t.outcome(
      `the gap in curve F1 is wider by ${more.map(short).join(" and ")} in the mean at the lower rate`,
    );
  },
});

import { fall, first, seven, severe } from "../experiments/judges.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { tally } from "./tally.ts";

export const crossEntropyDoesNotAlwaysLoseMostInTheLab = checkOf({
  falsehood: "the loss is Dice",
  right: "soft-cross-entropy",
  wrong: "dice",
  procedure(row: string, _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const counted = table.learningRates.flatMap((rate) => {
      const seeds = severe.map(
        (share) => first(row, seven, (of) => fall(table, of, "curve-f1", share, rate)).seeds,
      );
      t.less(seeds[0]!, 7);
      t.atMost(7, seeds[1]!);
      return seeds;
    });
    return t.outcome(
      `loses most in ${counted.join(", ")} of eight seeds, second highest and highest share at each rate`,
    );
  },
});

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
    const slow = Math.min(...table.learningRates);
    const counted = table.learningRates.flatMap((rate) =>
      severe.map((share) => {
        const { seeds } = first(row, seven, (of) => fall(table, of, "curve-f1", share, rate));
        if (rate === slow && share === severe[1]) t.atMost(7, seeds);
        else t.less(seeds, 7);
        return seeds;
      }),
    );
    return t.outcome(
      `loses most in ${counted.join(", ")} of eight seeds, second highest and highest share at each rate`,
    );
  },
});

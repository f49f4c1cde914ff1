import { above } from "../experiments/judges.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { tally } from "./tally.ts";

export const focalKeepsMoreRecallThanCrossEntropyInTheLab = checkOf({
  falsehood: "focal is set against Dice",
  right: "soft-cross-entropy",
  wrong: "dice",
  procedure(other: string, _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const ahead = above(
      "focal",
      other,
      "curve-recall",
    )(table).map(({ seeds = 0 }) => {
      t.atMost(table.seeds - 1, seeds);
      return seeds;
    });
    return t.outcome(
      `it is ahead in ${ahead.join(", ")} of ${table.seeds} seeds at two shares and two rates`,
    );
  },
});

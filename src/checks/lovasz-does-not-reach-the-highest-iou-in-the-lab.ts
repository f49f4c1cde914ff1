import { cells, first, five, severe } from "../experiments/judges.ts";
import type { Measure } from "../experiments/record.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { tally } from "./tally.ts";

export const lovaszDoesNotReachTheHighestIouInTheLab = checkOf<{ row: string; measure: Measure }>({
  falsehood: "Tversky is asked instead, and for recall",
  right: { row: "lovasz-softmax", measure: "curve-iou" },
  wrong: { row: "tversky", measure: "curve-recall" },
  procedure({ row, measure }, _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const ahead = cells(table, severe, (share, rate) =>
      first(row, five, (other) => table.values(other, measure, share, rate)),
    ).map(({ seeds = 0 }) => {
      t.atMost(seeds, table.seeds / 2);
      return seeds;
    });
    return t.outcome(`it leads in ${ahead.join(", ")} of ${table.seeds} seeds at two shares and two rates`);
  },
});

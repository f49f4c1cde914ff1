import { shares } from "../experiments/protocol.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { tally } from "./tally.ts";

export const recallRisesAndPrecisionFallsAlongTheTilt = checkOf({
  falsehood: "the mildest shares are among them",
  right: 2,
  wrong: 0,
  procedure(from, _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const rows = ["tversky-precise", "dice", "tversky", "tversky-steep"];
    for (const rate of table.learningRates) {
      for (const share of shares.slice(from)) {
        const [recall, precision] = (["curve-recall", "curve-precision"] as const).map((measure) =>
          rows.map((row) => table.values(row, measure, share, rate)),
        );
        for (let step = 1; step < rows.length; step++) {
          for (let seed = 0; seed < table.seeds; seed++) {
            t.less(recall![step - 1]![seed]!, recall![step]![seed]!);
            t.less(precision![step]![seed]!, precision![step - 1]![seed]!);
          }
        }
      }
    }
    return t.outcome(
      "recall and precision over three steps of the tilt at four shares, two rates and eight seeds",
    );
  },
});

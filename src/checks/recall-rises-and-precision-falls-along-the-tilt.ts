import { shares } from "../experiments/protocol.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { short, tally } from "./tally.ts";

/** One step of one seed is the exception, and it is held to be the only one. */
export const recallRisesAndPrecisionFallsAlongTheTilt = checkOf({
  falsehood: "there is no exception",
  right: 1,
  wrong: 0,
  procedure(exceptions, _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const rows = ["tversky-precise", "dice", "tversky", "tversky-steep"];
    const rises: number[] = [];
    for (const rate of table.learningRates) {
      for (const share of shares) {
        const [recall, precision] = (["curve-recall", "curve-precision"] as const).map((measure) =>
          rows.map((row) => table.values(row, measure, share, rate)),
        );
        for (let step = 1; step < rows.length; step++) {
          const atTheException = rate === table.learningRates[0] && share === shares[0] && step === 3;
          for (let seed = 0; seed < table.seeds; seed++) {
            t.less(recall![step - 1]![seed]!, recall![step]![seed]!);
            const [before, after] = [precision![step - 1]![seed]!, precision![step]![seed]!];
            if (atTheException && after >= before) rises.push(after - before);
            else t.less(after, before);
          }
        }
      }
    }
    t.near(rises.length, exceptions);
    for (const rise of rises) t.less(rise, 0.0015);
    return t.outcome(
      "recall and precision over three steps of the tilt at six shares, two rates and eight seeds; " +
        `${rises.length} exception, a precision that rises by ${short(Math.max(0, ...rises))}`,
    );
  },
});

import { severe } from "../experiments/judges.ts";
import { mean } from "../experiments/verdict.ts";
import { checkOf } from "./check.ts";
import { labTable } from "./lab-table.ts";
import { short, tally } from "./tally.ts";

export const theTiltDoesNotLowerTheTraceErrorInTheLab = checkOf({
  falsehood: "the tilt is set against cross-entropy",
  right: "dice",
  wrong: "soft-cross-entropy",
  procedure(other: string, _, numberOf) {
    const t = tally(0);
    const table = labTable(numberOf);
    const risen = (["trace-centroid", "trace-argmax"] as const).flatMap((measure) =>
      table.learningRates.flatMap((rate) =>
        severe.map((share) => {
          const [tilted, base] = ["tversky", other].map((row) =>
            mean(table.values(row, measure, share, rate)),
          );
          t.atMost(base!, tilted!);
          return tilted! - base!;
        }),
      ),
    );
    return t.outcome(
      `the mean error rises by ${short(Math.min(...risen))} to ${short(Math.max(...risen))} of the width under eight conditions`,
    );
  },
});

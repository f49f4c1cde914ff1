import { focalTversky } from "../losses/focal-tversky.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

/** Prices from the slopes to the soft counts, almost at a perfect prediction of one hundred pixels. */
export const copiedLettersFavourTheOtherError = checkOf({
  falsehood: "half of the class is missed and as much strays",
  right: 1e-6,
  wrong: 50,
  procedure(errors, random) {
    const t = tally(1e-6);
    const price = (
      loss: typeof tversky | typeof focalTversky,
      falsePositive: number,
      falseNegative: number,
    ) => {
      const wrong = errors * (0.5 + 0.5 * random.uniform());
      const counts = { tp: 100 - wrong, fp: wrong, fn: wrong };
      const parameters = { falsePositive, falseNegative };
      const slopes = evaluateCounts(loss, [counts], { parameters }).slopes[0]!;
      return (slopes.fn - slopes.tp) / slopes.fp;
    };
    for (let n = 0; n < 10; n++) {
      t.near(price(focalTversky, 0.3, 0.7), 7 / 3);
      t.near(price(tversky, 0.7, 0.3), 3 / 7);
    }
    return t.outcome(
      `a miss costs ${short(price(focalTversky, 0.3, 0.7))} or ${short(price(tversky, 0.7, 0.3))} strays`,
    );
  },
});

import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { channel } from "./frames.ts";
import { shiftedLine } from "./lines.ts";
import { tally } from "./tally.ts";

export const aSidewaysShiftCostsDiceOneOverTheWidth = checkOf({
  falsehood: "the shift is two pixels",
  right: 1,
  wrong: 2,
  procedure(shift, random) {
    const t = tally(1e-12);
    for (const width of [1, 2, 3, 4, 5, 7, 9]) {
      const { p, g } = shiftedLine(random, width, shift);
      const frame = channel(p, g);
      t.near(evaluate(dice, frame), 1 / width);
      t.near(
        evaluate(tversky, frame, { parameters: { falsePositive: 1, falseNegative: 1 } }),
        2 / (width + 1),
      );
      t.near(evaluate(lovaszSoftmax, frame), 2 / (width + 1));
    }
    return t.outcome("Dice, Jaccard and Lovász of lines of seven widths, shifted by one pixel");
  },
});

import { evaluate } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { channel } from "./frames.ts";
import { shiftedLine } from "./lines.ts";
import { tally } from "./tally.ts";

export const theTiltIsBlindToASidewaysShift = checkOf({
  falsehood: "the weights add up to six fifths",
  right: 1,
  wrong: 1.2,
  procedure(total, random) {
    const t = tally(1e-12);
    for (const width of [1, 2, 3, 5, 9]) {
      const { p, g } = shiftedLine(random, width, 1);
      for (let n = 0; n < 6; n++) {
        const falseNegative = 0.05 + 0.9 * random.uniform();
        const parameters = { falsePositive: total - falseNegative, falseNegative };
        t.near(evaluate(tversky, channel(p, g), { parameters }), 1 / width);
      }
    }
    return t.outcome("six random tilts on lines of 1, 2, 3, 5 and 9 pixels, each shifted by one pixel");
  },
});

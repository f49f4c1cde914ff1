import { dice } from "../losses/dice.ts";
import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Loss } from "../losses/loss.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { channel } from "./frames.ts";
import { shiftedLine } from "./lines.ts";
import { short, tally } from "./tally.ts";

export const thePerPixelLossesDoNotSeeTheWidth = checkOf({
  falsehood: "the loss is Dice",
  right: [softCrossEntropy, focal] as readonly Loss[],
  wrong: [dice],
  procedure(shown, random) {
    const t = tally(1e-12);
    const confidence = 0.6 + 0.39 * random.uniform();
    for (const loss of shown) {
      const values = [1, 2, 3, 5, 9].map((width) => {
        const { p, g } = shiftedLine(random, width, 1);
        const soft = p.map((value) => (value ? confidence : 1 - confidence));
        return evaluate(loss, channel(soft, g));
      });
      for (const value of values) t.near(value, values[0]!);
    }
    return t.outcome(`lines of five widths shifted by one pixel, at a confidence of ${short(confidence)}`);
  },
});

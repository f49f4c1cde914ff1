import { dice } from "../losses/dice.ts";
import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Frame, Loss } from "../losses/loss.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import type { Random } from "../numerics/random.ts";
import { checkOf } from "./check.ts";
import { channel } from "./frames.ts";
import { shiftedLine } from "./lines.ts";
import { short, tally } from "./tally.ts";

/** A row of 192 pixels and three classes with a line of the second, answered one pixel to the side, a hundredth left to each rival. */
function shiftedRow(random: Random, width: number): Frame {
  const pixels = 192;
  const from = random.below(pixels - width);
  const inside = (i: number, shift: number) => i >= from + shift && i < from + shift + width;
  const labels = Uint8Array.from({ length: pixels }, (_, i) => (inside(i, 0) ? 1 : 0));
  const probabilities = Float64Array.from({ length: 3 * pixels }, (_, k) => {
    const answered = inside(k % pixels, 1) ? 1 : 0;
    const rival = 0.01;
    return Math.trunc(k / pixels) === answered ? 1 - 2 * rival : rival;
  });
  return { classes: 3, pixels, probabilities, labels };
}

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
    for (const width of [1, 2, 3, 5, 9]) {
      const row = shiftedRow(random, width);
      [0.068, 0.047].forEach((expected, k) => {
        t.atMost(Math.abs(evaluate(shown[k] ?? dice, row) - expected), 5e-5);
      });
    }
    return t.outcome(
      `lines of five widths shifted by one pixel, at a confidence of ${short(confidence)}; 0.0680 and 0.0470 at each width of a row`,
    );
  },
});

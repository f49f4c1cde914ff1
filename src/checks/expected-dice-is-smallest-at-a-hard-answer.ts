import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Loss } from "../losses/loss.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { channel, mask } from "./frames.ts";
import { tally } from "./tally.ts";

/** The expectation over the uncertain pixel's two truths, on a grid between 0.001 and 0.999. */
export const expectedDiceIsSmallestAtAHardAnswer = checkOf({
  falsehood: "the loss is cross-entropy",
  right: dice as Loss,
  wrong: softCrossEntropy,
  procedure(loss, random) {
    const t = tally(1e-12);
    const grid = Array.from({ length: 21 }, (_, k) => 0.001 + (0.998 * k) / 20);
    for (let n = 0; n < 12; n++) {
      const pixels = 4 + random.below(20);
      const alone = n % 3 === 0;
      const sure = alone ? new Float64Array(pixels) : mask(random, pixels, 0.3);
      const eta = 0.05 + 0.9 * random.uniform();
      const expected = grid.map((p) => {
        const at = (truth: number) => evaluate(loss, channel([p, ...sure], [truth, ...sure]));
        return eta * at(1) + (1 - eta) * at(0);
      });
      const [low, high] = [expected[0]!, expected[20]!];
      for (const value of expected) t.atMost(alone ? high : Math.min(low, high), value);
    }
    return t.outcome(
      "expected loss of one uncertain pixel at 21 predictions in 12 frames, four without other foreground",
    );
  },
});

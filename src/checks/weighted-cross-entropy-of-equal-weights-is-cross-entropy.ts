import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { log } from "../numerics/log.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { told } from "./slopes.ts";
import { tally } from "./tally.ts";

/** The survey's equation, β·y·log p + (1 − y)·log(1 − p), is written out; the other side is the engine's. */
export const weightedCrossEntropyOfEqualWeightsIsCrossEntropy = checkOf({
  falsehood: "a positive weighs twice as much",
  right: 1,
  wrong: 2,
  procedure(beta, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 40; n++) {
      const pixels = 4 + random.below(40);
      const g = mask(random, pixels);
      const p = uniforms(random, pixels, 0.05, 0.95);
      const printed = (weight: number) => ({
        value: -p.reduce((s, x, i) => s + (g[i] ? weight * log(x) : log(1 - x)), 0) / pixels,
        slopes: p.map((x, i) => (g[i] ? -weight / x : 1 / (1 - x)) / pixels),
      });
      const plain = told(softCrossEntropy, channel(p, g));
      t.near(printed(beta).value, plain.value);
      t.nearAll(printed(beta).slopes, plain.slopes);
      const drawn = 0.2 + 50 * random.uniform();
      const weighted = told(softCrossEntropy, channel(p, g), { convention: { positiveWeight: drawn } });
      t.near(printed(drawn).value, weighted.value);
      t.nearAll(printed(drawn).slopes, weighted.slopes);
    }
    return t.outcome(
      "the printed form against cross-entropy, and against the weighted one at 40 random weights",
    );
  },
});

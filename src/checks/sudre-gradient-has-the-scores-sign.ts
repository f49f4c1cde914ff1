import { generalisedDice } from "../losses/generalised-dice.ts";
import { checkOf } from "./check.ts";
import { mask, uniforms } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { tally } from "./tally.ts";

/** The printed expression, and the engine's gradient when the background's probability is one minus p. */
export const sudreGradientHasTheScoresSign = checkOf({
  falsehood: "the printed expression is taken for the loss's gradient",
  right: -1,
  wrong: 1,
  procedure(sign, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 20; n++) {
      const pixels = 6 + random.below(30);
      const r = mask(random, pixels);
      const p = uniforms(random, pixels);
      const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
      const volume = sum(r);
      const [w1, w2] = [1 / volume ** 2, 1 / (pixels - volume) ** 2];
      const [products, sums] = [sum(p.map((value, i) => value * r[i]!)), sum(p) + volume];
      const slopes = slopesOf(generalisedDice, {
        ...{ classes: 2, pixels, labels: r },
        probabilities: Float64Array.of(...p.map((value) => 1 - value), ...p),
      });
      for (let i = 0; i < pixels; i++) {
        const above =
          (w1 ** 2 - w2 ** 2) * (products - r[i]! * sums) + pixels * w2 * (w1 + w2) * (1 - 2 * r[i]!);
        const printed = (-2 * above) / ((w1 - w2) * sums + 2 * pixels * w2) ** 2;
        t.near(slopes[pixels + i]! - slopes[i]!, sign * printed);
      }
    }
    return t.outcome("the engine's gradient against minus the printed one at every pixel of 20 frames");
  },
});

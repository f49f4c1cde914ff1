import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { tally } from "./tally.ts";

/** The same image with every pixel repeated, which is the image at a higher resolution. */
export const smoothingIsCountedInPixels = checkOf({
  falsehood: "the constant stays what it was",
  right: (factor: number) => factor,
  wrong: () => 1,
  procedure(ofConstant, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const [pixels, factor] = [6 + random.below(20), 2 + random.below(6)];
      const [p, g] = [uniforms(random, pixels), mask(random, pixels)];
      const finer = (values: Float64Array) => [...values].flatMap((v) => new Array<number>(factor).fill(v));
      const s = 0.1 + 3 * random.uniform();
      const smoothed = (amount: number): Options => ({
        convention: { smoothingNumerator: amount, smoothingDenominator: amount },
      });
      for (const loss of [dice, tversky]) {
        const coarse = evaluate(loss, channel(p, g), smoothed(s));
        t.near(coarse, evaluate(loss, channel(finer(p), finer(g)), smoothed(s * ofConstant(factor))));
      }
    }
    return t.outcome(
      "Dice and Tversky of 30 images and of the same with each pixel repeated two to seven times",
    );
  },
});

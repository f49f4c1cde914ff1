import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { short, tally } from "./tally.ts";

export const batchDiceOfIdenticalImagesIsImageDice = checkOf({
  falsehood: "both are smoothed with one pixel",
  right: 0,
  wrong: 1,
  procedure(smoothing, random) {
    const t = tally(1e-12);
    const smoothed = (s: number): Options => ({
      convention: { smoothingNumerator: s, smoothingDenominator: s },
    });
    let moved = 0;
    for (let n = 0; n < 20; n++) {
      const [pixels, batch] = [6 + random.below(30), 2 + random.below(3)];
      const [p, g] = [uniforms(random, pixels), mask(random, pixels)];
      const copies = (values: Float64Array) => Array.from({ length: batch }, () => [...values]).flat();
      const many = (values: Float64Array) => ({ ...channel(copies(values), copies(g)), batch, pixels });
      t.near(
        evaluate(dice, many(p), smoothed(smoothing)),
        evaluate(dice, channel(p, g), smoothed(smoothing)),
      );
      const apart = evaluate(dice, many(p), smoothed(1)) - evaluate(dice, channel(p, g), smoothed(1));
      t.less(0, Math.abs(apart));
      t.near(evaluate(dice, many(g), smoothed(1)), 0);
      moved = Math.max(moved, Math.abs(apart));
    }
    return t.outcome(
      `20 images and batches of their copies; smoothing with one pixel moves Dice by up to ${short(moved)}`,
    );
  },
});

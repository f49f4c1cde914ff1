import { evaluate } from "../losses/kernel.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { mask, shuffled, uniforms, withErrors } from "./frames.ts";
import { slopesToErrors } from "./slopes.ts";
import { short, tally } from "./tally.ts";

/** Errors of three levels only; the pixels are put in another order, and the engine leaves ties in the pixels' order. */
export const theLovaszValueIgnoresTheOrderOfTies = checkOf({
  falsehood: "no two errors are equal, so that no slope moves",
  right: (error: number) => Math.ceil(3 * error) / 4,
  wrong: (error: number) => error,
  procedure(level, random) {
    const t = tally(1e-12);
    let moved = 0;
    for (let n = 0; n < 30; n++) {
      const pixels = 8 + random.below(30);
      const g = mask(random, pixels);
      const m = uniforms(random, pixels).map(level);
      const order = shuffled(random, pixels);
      const put = (values: Float64Array) => values.map((_, i) => values[order[i]!]!);
      const [here, there] = [withErrors(m, g), withErrors(put(m), put(g))];
      t.near(evaluate(lovaszSoftmax, here), evaluate(lovaszSoftmax, there));
      const slopes = put(slopesToErrors(lovaszSoftmax, here));
      const others = slopesToErrors(lovaszSoftmax, there);
      moved = Math.max(moved, ...slopes.map((slope, i) => Math.abs(slope - others[i]!)));
    }
    t.less(1e-6, moved);
    return t.outcome(`30 frames in two orders; a slope moves by up to ${short(moved)}`);
  },
});

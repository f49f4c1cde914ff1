import { evaluate } from "../losses/kernel.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { withErrors } from "./frames.ts";
import { slopesToErrors } from "./slopes.ts";
import { tally } from "./tally.ts";

/** The engine leaves ties in the order of the pixels; multiples of 1/64 keep them exact. */
export const lovaszTiesLeaveTheValueAndMoveTheGradient = checkOf({
  falsehood: "the errors are a tenth apart",
  right: 0,
  wrong: 0.1,
  procedure(gap, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 20; n++) {
      const m = (1 + random.below(48)) / 64;
      const first = withErrors([m, m + gap], [1, 0]);
      const second = withErrors([m + gap, m], [0, 1]);
      t.near(evaluate(lovaszSoftmax, first), evaluate(lovaszSoftmax, second));
      t.nearAll(slopesToErrors(lovaszSoftmax, first), [1, 0]);
      t.nearAll(slopesToErrors(lovaszSoftmax, second), [0.5, 0.5]);
    }
    return t.outcome(
      "20 ties in both orders: slopes (1, 0) with the miss first, (½, ½) with the stray first",
    );
  },
});

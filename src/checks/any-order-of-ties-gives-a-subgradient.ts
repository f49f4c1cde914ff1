import { evaluate } from "../losses/kernel.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { mask, shuffled, uniforms, withErrors } from "./frames.ts";
import { slopesToErrors } from "./slopes.ts";
import { tally } from "./tally.ts";

export const anyOrderOfTiesGivesASubgradient = checkOf({
  falsehood: "the slopes are those of the errors sorted the other way",
  right: (error: number) => error,
  wrong: (error: number) => 1 - error,
  procedure(sortedBy, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 20; n++) {
      const pixels = 6 + random.below(20);
      const order = shuffled(random, pixels);
      const g = mask(random, pixels);
      const m = uniforms(random, pixels).map((error) => Math.ceil(3 * error) / 4);
      const put = (values: Float64Array) => values.map((_, i) => values[order[i]!]!);
      const back = (values: Float64Array) => values.map((_, i) => values[order.indexOf(i)]!);
      const slopes = back(slopesToErrors(lovaszSoftmax, withErrors(put(m.map(sortedBy)), put(g))));
      const here = evaluate(lovaszSoftmax, withErrors(m, g));
      for (const other of [m.map((error) => 1 - error), uniforms(random, pixels), uniforms(random, pixels)]) {
        const line = other.reduce((sum, error, i) => sum + slopes[i]! * (error - m[i]!), here);
        t.atMost(line, evaluate(lovaszSoftmax, withErrors(other, g)));
      }
    }
    return t.outcome(
      "the line through 20 tied frames, pixels in a random order, against the value at 60 other errors",
    );
  },
});

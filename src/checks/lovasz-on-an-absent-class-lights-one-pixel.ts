import { evaluate } from "../losses/kernel.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { channel, uniforms } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { tally } from "./tally.ts";

export const lovaszOnAnAbsentClassLightsOnePixel = checkOf({
  falsehood: "the class has one true pixel",
  right: 0,
  wrong: 1,
  procedure(volume, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const pixels = 4 + random.below(40);
      const frame = channel(uniforms(random, pixels), new Float64Array(pixels).fill(1, 0, volume));
      const p = [...frame.probabilities!];
      const largest = Math.max(...p);
      t.near(evaluate(lovaszSoftmax, frame), largest);
      t.nearAll(
        slopesOf(lovaszSoftmax, frame),
        p.map((value) => (value === largest ? 1 : 0)),
      );
    }
    return t.outcome("value and slopes on 30 frames without a true pixel");
  },
});

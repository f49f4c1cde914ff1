import { evaluate } from "../losses/kernel.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { short, tally } from "./tally.ts";

export const lovaszPartsFromSoftJaccardInside = checkOf({
  falsehood: "the predictions are hard",
  right: false,
  wrong: true,
  procedure(hard, random) {
    const t = tally(0);
    let apart = 0;
    for (let n = 0; n < 60; n++) {
      const pixels = 4 + random.below(20);
      const frame = channel(hard ? mask(random, pixels) : uniforms(random, pixels), mask(random, pixels));
      const jaccard = evaluate(tversky, frame, { parameters: { falsePositive: 1, falseNegative: 1 } });
      apart = Math.max(apart, Math.abs(evaluate(lovaszSoftmax, frame) - jaccard));
    }
    t.less(0.01, apart);
    return t.outcome(`up to ${short(apart)} apart on 60 soft predictions`);
  },
});

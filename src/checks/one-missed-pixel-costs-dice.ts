import { evaluate } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { channel } from "./frames.ts";
import { tally } from "./tally.ts";

export const oneMissedPixelCostsDice = checkOf({
  falsehood: "the loss is Jaccard's",
  right: 0.5,
  wrong: 1,
  procedure(weight, random) {
    const t = tally(1e-12);
    const parameters = { falsePositive: weight, falseNegative: weight };
    for (let n = 0; n < 40; n++) {
      const size = 2 + random.below(60);
      const pixels = size + 1 + random.below(400);
      const g = new Float64Array(pixels).fill(1, 0, size);
      const wrongAt = (pixel: number) => channel(g.with(pixel, 1 - g[pixel]!), g);
      t.near(evaluate(tversky, wrongAt(random.below(size)), { parameters }), 1 / (2 * size - 1));
      t.near(evaluate(tversky, wrongAt(size), { parameters }), 1 / (2 * size + 1));
    }
    return t.outcome("one pixel missed and one astray from 40 perfect masks on frames of up to 462 pixels");
  },
});

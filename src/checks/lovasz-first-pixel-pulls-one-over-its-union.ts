import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { mask, uniforms, withErrors } from "./frames.ts";
import { slopesToErrors } from "./slopes.ts";
import { tally } from "./tally.ts";

export const lovaszFirstPixelPullsOneOverItsUnion = checkOf({
  falsehood: "the pixel has the second largest error",
  right: 0,
  wrong: 1,
  procedure(rank, random) {
    const t = tally(1e-12);
    let missed = 0;
    for (let n = 0; n < 40; n++) {
      const pixels = 4 + random.below(40);
      const g = mask(random, pixels);
      const m = uniforms(random, pixels);
      const order = [...m.keys()].sort((a, b) => m[b]! - m[a]!);
      const pixel = order[rank]!;
      const volume = g.reduce((sum, value) => sum + value, 0);
      const pull = slopesToErrors(lovaszSoftmax, withErrors(m, g))[pixel]!;
      missed += g[pixel]!;
      t.near(pull, g[pixel] === 1 ? 1 / volume : 1 / (volume + 1));
    }
    return t.outcome(`the first pixel's slope in 40 frames, ${missed} of them misses`);
  },
});

import { evaluate } from "../losses/kernel.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { short, tally } from "./tally.ts";

export const aLowerSurrogateCanHideAWorseMask = checkOf({
  falsehood: "the predictions are hard",
  right: false,
  wrong: true,
  procedure(hard, random) {
    const t = tally(0);
    let reversed = 0;
    let widest = 0;
    for (let n = 0; n < 200; n++) {
      const pixels = 6 + random.below(20);
      const truth = mask(random, pixels);
      const [a, b] = [0, 1].map(() => {
        const p = hard ? mask(random, pixels) : uniforms(random, pixels);
        const cut = p.map((value) => (value > 0.5 ? 1 : 0));
        return {
          surrogate: evaluate(lovaszSoftmax, channel(p, truth)),
          metric: evaluate(lovaszSoftmax, channel(cut, truth)),
        };
      }) as [Losses, Losses];
      const [better, worse] = a.surrogate < b.surrogate ? [a, b] : [b, a];
      if (worse.surrogate - better.surrogate < 1e-9 || better.metric <= worse.metric) continue;
      reversed++;
      widest = Math.max(widest, better.metric - worse.metric);
    }
    t.less(0, reversed);
    return t.outcome(`${reversed} of 200 pairs are reversed, by up to ${short(widest)} of Jaccard loss`);
  },
});

interface Losses {
  readonly surrogate: number;
  readonly metric: number;
}

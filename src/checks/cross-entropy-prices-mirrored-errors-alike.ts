import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { tally } from "./tally.ts";

export const crossEntropyPricesMirroredErrorsAlike = checkOf({
  falsehood: "the foreground weighs three times as much",
  right: 1,
  wrong: 3,
  procedure(positiveWeight, random) {
    const t = tally(1e-12);
    const options = { convention: { positiveWeight } };
    for (let n = 0; n < 30; n++) {
      const pixels = 4 + random.below(40);
      const [p, g] = [uniforms(random, pixels, 0.01, 0.99), mask(random, pixels, 0.2)];
      const mirrored = channel(
        p.map((value) => 1 - value),
        g.map((value) => 1 - value),
      );
      for (const loss of [softCrossEntropy, focal])
        t.near(evaluate(loss, channel(p, g), options), evaluate(loss, mirrored, options));
    }
    return t.outcome("cross-entropy and focal on 30 masks and their mirror images");
  },
});

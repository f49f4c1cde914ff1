import { evaluate } from "../losses/kernel.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { log } from "../numerics/log.ts";
import { checkOf } from "./check.ts";
import { constantFrame, uniforms } from "./frames.ts";
import { tally } from "./tally.ts";

export const classSharesAreTheBestConstant = checkOf({
  falsehood: "every class is given the same probability",
  right: (shares: readonly number[]) => shares,
  wrong: (shares: readonly number[]) => shares.map(() => 1 / shares.length),
  procedure(best, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 12; n++) {
      const volumes = Array.from({ length: 2 + random.below(3) }, (_, c) => 3 * c + 1 + random.below(40));
      const { pixels, ...frame } = constantFrame(volumes, volumes);
      const shares = volumes.map((volume) => volume / pixels);
      const at = (p: readonly number[]) =>
        evaluate(softCrossEntropy, {
          ...frame,
          pixels,
          logits: frame.logits.map((_, k) => log(p[Math.floor(k / pixels)]!)),
        });
      const least = at(best(shares));
      t.near(least, -shares.reduce((sum, share) => sum + share * log(share), 0));
      for (let other = 0; other < 10; other++) {
        const drawn = [...uniforms(random, volumes.length, 0.01, 1)];
        const sum = drawn.reduce((a, b) => a + b, 0);
        t.atMost(least, at(drawn.map((value) => value / sum)));
      }
    }
    return t.outcome("the class shares against the entropy and against ten other constants, on 12 truths");
  },
});

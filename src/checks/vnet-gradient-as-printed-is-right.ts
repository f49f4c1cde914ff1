import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { difference } from "./slopes.ts";
import { tally } from "./tally.ts";

/** The printed gradient of D against central differences of the engine's squared Dice. */
export const vnetGradientAsPrintedIsRight = checkOf({
  falsehood: "the factor 2p of the second term is left out",
  right: (p: number) => 2 * p,
  wrong: () => 1,
  procedure(inner, random) {
    const t = tally(1e-8);
    for (let n = 0; n < 12; n++) {
      const pixels = 4 + random.below(16);
      const g = mask(random, pixels);
      const p = uniforms(random, pixels, 0.05, 0.95);
      const product = p.reduce((sum, value, i) => sum + value * g[i]!, 0);
      const squares = p.reduce((sum, value, i) => sum + value * value + g[i]! * g[i]!, 0);
      const score = (j: number) => (x: number) =>
        1 - evaluate(dice, channel(p.with(j, x), g), { convention: { denominator: "squared" } });
      for (const j of [g.indexOf(1), g.indexOf(0)]) {
        const printed = (2 * (g[j]! * squares - inner(p[j]!) * product)) / squares ** 2;
        t.near(printed, difference(score(j), p[j]!));
      }
    }
    return t.outcome("the printed gradient at 24 pixels of 12 masks against central differences");
  },
});

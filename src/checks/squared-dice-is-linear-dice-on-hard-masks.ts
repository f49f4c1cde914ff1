import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { short, tally } from "./tally.ts";

export const squaredDiceIsLinearDiceOnHardMasks = checkOf({
  falsehood: "the predictions are soft",
  right: true,
  wrong: false,
  procedure(hard, random) {
    const t = tally(1e-12);
    const squared = { convention: { denominator: "squared" } } as const;
    let apart = 0;
    for (let n = 0; n < 30; n++) {
      const pixels = 6 + random.below(40);
      const frame = channel(hard ? mask(random, pixels) : uniforms(random, pixels), mask(random, pixels));
      t.near(evaluate(dice, frame, squared), evaluate(dice, frame));
      const [a, b] = [slopesOf(dice, frame, squared), slopesOf(dice, frame)];
      apart = Math.max(apart, ...a.map((slope, i) => Math.abs(slope - b[i]!)));
    }
    t.less(1e-3, apart);
    return t.outcome(`values on 30 pairs of hard masks; gradients differ by up to ${short(apart)}`);
  },
});

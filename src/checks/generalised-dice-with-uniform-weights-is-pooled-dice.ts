import { dice } from "../losses/dice.ts";
import { generalisedDice } from "../losses/generalised-dice.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const generalisedDiceWithUniformWeightsIsPooledDice = checkOf({
  falsehood: "the weights are the paper's 1/G²",
  right: "uniform",
  wrong: "square",
  procedure(volumeWeight: "uniform" | "square", random) {
    const t = tally(1e-12);
    const inOne = { convention: { classReduction: "pooled" } } as const;
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { saturated: true });
      compare(t, frame, [generalisedDice, { convention: { volumeWeight } }], [dice, inOne]);
    }
    return t.outcome("generalised Dice with equal weights against Dice of pooled sums on 30 frames");
  },
});

import { dice } from "../losses/dice.ts";
import { generalisedDice } from "../losses/generalised-dice.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const generalisedDiceOfOneClassIsDice = checkOf({
  falsehood: "there are two classes",
  right: 1,
  wrong: 2,
  procedure(classes, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      compare(t, randomFrame(random, { classes, saturated: true }), [generalisedDice], [dice]);
    }
    return t.outcome("generalised Dice against Dice on 30 frames of one channel, with gradients");
  },
});

import { dice } from "../losses/dice.ts";
import { generalisedDice } from "../losses/generalised-dice.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { tally } from "./tally.ts";

export const generalisedDiceSaturatesWhereDiceDoesNot = checkOf({
  falsehood: "the weights are equal",
  right: "square",
  wrong: "uniform",
  procedure(volumeWeight: "square" | "uniform") {
    const t = tally(1e-3);
    const sizes = [150, 250, 290, 299].map((curve) => [9700, curve, 300 - curve]);
    const counts = sizes.map((volumes) =>
      volumes.map((volume) => ({ tp: 0.7 * volume, fn: 0.3 * volume, fp: 0.15 * (10_000 - volume) })),
    );
    const values = counts.map(
      (each) => evaluateCounts(generalisedDice, each, { convention: { volumeWeight } }).value,
    );
    t.nearAll(values, [0.878, 0.949, 0.99, 0.999]);
    const flat = counts.map((each) => evaluateCounts(dice, each).value);
    for (const value of flat) {
      t.atMost(0.645, value);
      t.atMost(value, 0.655);
    }
    const list = (numbers: readonly number[]) => numbers.map((value) => value.toFixed(3)).join(", ");
    return t.outcome(`generalised Dice ${list(values)}; Dice ${list(flat)}`);
  },
});

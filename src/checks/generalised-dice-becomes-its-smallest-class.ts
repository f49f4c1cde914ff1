import { generalisedDice } from "../losses/generalised-dice.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

/** The slope of one more miss at a perfect prediction is the class's weight over the denominator. */
export const generalisedDiceBecomesItsSmallestClass = checkOf({
  falsehood: "the weights are 1/G",
  right: "square",
  wrong: "simple",
  procedure(volumeWeight: "square" | "simple", random) {
    const t = tally(1e-12);
    const held = (volumes: readonly number[]) => {
      const perfect = volumes.map((tp) => ({ tp, fp: 0, fn: 0 }));
      const { slopes } = evaluateCounts(generalisedDice, perfect, { convention: { volumeWeight } });
      return volumes.map((volume, c) => 2 * volume * slopes[c]!.fn);
    };
    for (let n = 0; n < 40; n++) {
      const volumes = Array.from({ length: 2 + random.below(4) }, () => 1 + random.below(5000));
      const sum = volumes.reduce((total, volume) => total + 1 / volume, 0);
      t.nearAll(
        held(volumes),
        volumes.map((volume) => 1 / volume / sum),
      );
    }
    const [, , smallest] = held([9700, 290, 10]);
    t.atMost(Math.abs(smallest! - 0.966), 1e-3);
    return t.outcome(`40 random class sizes; ${short(smallest!)} for the class of 10 beside 290 and 9700`);
  },
});

import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { channel, mask } from "./frames.ts";
import { short, tally } from "./tally.ts";

/** Each printed ratio is half of a Dice score that is smoothed with twice as much above the line as below it. */
export const sudreTwoClassDiceOnAnEmptyPatch = checkOf({
  falsehood: "the ratios are smoothed as Dice scores are, alike above and below",
  right: 2,
  wrong: 1,
  procedure(above, random) {
    const t = tally(1e-8);
    const epsilon = 1e-9;
    const printed = (r: Float64Array) => {
      const convention = { smoothingNumerator: above * epsilon, smoothingDenominator: epsilon };
      const rest = r.map((value) => 1 - value);
      const [inside, outside] = [r, rest].map((g) => evaluate(dice, channel(g, g), { convention }));
      return (inside! + outside!) / 2;
    };
    for (let n = 0; n < 20; n++) {
      const pixels = 4 + random.below(60);
      t.near(printed(new Float64Array(pixels)), -0.5);
      t.near(printed(mask(random, pixels)), 0);
    }
    return t.outcome(
      `perfect predictions at ε = 1e−9: ${short(printed(new Float64Array(9)))} on 20 empty patches, 0 on 20 others`,
    );
  },
});

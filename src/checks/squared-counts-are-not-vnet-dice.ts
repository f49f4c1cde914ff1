import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { channel, mask } from "./frames.ts";
import { tally } from "./tally.ts";

export const squaredCountsAreNotVnetDice = checkOf({
  falsehood: "the pixels are at one half",
  right: 0.25,
  wrong: 0.5,
  procedure(probability, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 20; n++) {
      const g = mask(random, 4 + random.below(60));
      const frame = channel(
        g.map((truth) => probability * truth),
        g,
      );
      const at = (denominator: "squared" | "element-squared" | "linear") =>
        evaluate(dice, frame, { convention: { denominator } });
      t.near(at("squared"), 9 / 17);
      t.near(at("element-squared"), 9 / 11);
      t.near(at("linear"), 3 / 5);
    }
    return t.outcome("three denominators on 20 masks with every foreground pixel at ¼ and no stray");
  },
});

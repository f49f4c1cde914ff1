import { generalisedDice } from "../losses/generalised-dice.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

/** Frames whose classes take turns, so that all have the same size; the falsehood gives one pixel to another class. */
export const generalisedDiceOfEqualClassesIsUniform = checkOf({
  falsehood: "one pixel is given to another class",
  right: 0,
  wrong: 1,
  procedure(moved, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const classes = 2 + random.below(3);
      const pixels = classes * (3 + random.below(6));
      const frame = randomFrame(random, { classes, pixels, batch: 1 });
      const labels = frame.labels.map((_, i) => (i < moved ? 1 : i % classes));
      const equal = { ...frame, labels };
      compare(t, equal, [generalisedDice], [generalisedDice, { convention: { volumeWeight: "uniform" } }]);
    }
    return t.outcome("weights 1/G² against equal weights on 30 frames of equal classes, with gradients");
  },
});

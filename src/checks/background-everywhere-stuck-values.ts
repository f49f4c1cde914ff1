import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { randomFrame, spread } from "./frames.ts";
import { short, tally } from "./tally.ts";

export const backgroundEverywhereStuckValues = checkOf({
  falsehood: "the background's IoU is taken for its Dice",
  right: (f: number) => (1 - f) / (1 + f),
  wrong: (f: number) => 1 - f,
  procedure(ofBackground, random) {
    const t = tally(1e-12);
    let shown = "";
    for (let n = 0; n < 30; n++) {
      const classes = 2 + random.below(3);
      const { labels, pixels } = randomFrame(random, { classes, batch: 1 });
      const f = labels.filter((label) => label === 0).length / pixels;
      const frame = {
        classes,
        pixels,
        labels,
        probabilities: spread(
          labels.map(() => 0),
          classes,
        ),
      };
      const all = evaluate(dice, frame);
      t.near(all, (classes - 1 + ofBackground(f)) / classes);
      t.near(evaluate(dice, frame, { convention: { background: "out" } }), 1);
      t.near(evaluate(dice, frame, { convention: { classReduction: "pooled" } }), 1 - f);
      shown = `${short(all)} over ${classes} classes at f = ${short(f)}`;
    }
    return t.outcome(`30 truths answered with background everywhere; the last is stuck at ${shown}`);
  },
});

import { dice } from "../losses/dice.ts";
import { generalisedDice } from "../losses/generalised-dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { type LogitFrame, randomFrame } from "./frames.ts";
import { padded } from "./padding.ts";
import { short, tally } from "./tally.ts";

export const paddingMovesOverlapWhenBackgroundCounts = checkOf({
  falsehood: "the background is left out",
  right: "in",
  wrong: "out",
  procedure(background: "in" | "out", random) {
    const t = tally(0);
    const shown = [dice, lovaszSoftmax, generalisedDice];
    const most = shown.map(() => 0);
    for (let n = 0; n < 10; n++) {
      const frame = randomFrame(random, { classes: 3, batch: 1 });
      const wide = padded(frame, 8, 40).frame;
      shown.forEach((loss, k) => {
        const at = (each: LogitFrame) => evaluate(loss, each, { convention: { background } });
        most[k] = Math.max(most[k]!, Math.abs(at(wide) - at(frame)));
      });
    }
    for (const moved of most) t.less(1e-2, moved);
    return t.outcome(
      `10 frames padded to eight times their pixels move Dice, Lovász and generalised Dice by up to ${most.map(short).join(", ")}`,
    );
  },
});

import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { tally } from "./tally.ts";

export const minusDiceAndOneMinusDiceShareAGradient = checkOf({
  falsehood: "the logarithm of D is returned",
  right: "-score",
  wrong: "-log-score",
  procedure(returns: "-score" | "-log-score", random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { saturated: true });
      const other: Options = { convention: { returns, scoreFloor: 1e-12 } };
      t.near(evaluate(dice, frame) - 1, evaluate(dice, frame, other));
      t.nearAll(slopesOf(dice, frame), slopesOf(dice, frame, other));
    }
    return t.outcome("1 − D and −D on 30 frames: one apart in value, alike in gradient");
  },
});

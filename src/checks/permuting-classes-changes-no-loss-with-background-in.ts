import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { losses } from "../losses/registry.ts";
import { checkOf } from "./check.ts";
import { type LogitFrame, randomFrame } from "./frames.ts";
import { told } from "./slopes.ts";
import { short, tally } from "./tally.ts";

export const permutingClassesChangesNoLossWithBackgroundIn = checkOf({
  falsehood: "the background is left out",
  right: "in",
  wrong: "out",
  procedure(background: "in" | "out", random) {
    const t = tally(1e-12);
    let moved = 0;
    for (let n = 0; n < 8; n++) {
      const frame = randomFrame(random, { classes: 3 + random.below(2), batch: 1 });
      const { classes, pixels } = frame;
      const turn = 1 + random.below(classes - 1);
      const to = (c: number) => (c + turn) % classes;
      const inTurn = (values: Float64Array) => {
        const out = new Float64Array(values.length);
        for (let c = 0; c < classes; c++)
          out.set(values.subarray(c * pixels, (c + 1) * pixels), to(c) * pixels);
        return out;
      };
      const turned = { ...frame, logits: inTurn(frame.logits), labels: frame.labels.map(to) };
      for (const loss of Object.values(losses)) {
        const at = (shown: LogitFrame) => told(loss, shown, { convention: { background } });
        const [before, after] = [at(frame), at(turned)];
        t.near(before.value, after.value);
        t.nearAll(inTurn(before.slopes), after.slopes);
      }
      const out: Options = { convention: { background: "out" } };
      moved = Math.max(moved, Math.abs(evaluate(dice, frame, out) - evaluate(dice, turned, out)));
    }
    t.less(1e-3, moved);
    return t.outcome(
      `seven losses and their gradients on 8 frames with their classes turned; without background Dice moves by ${short(moved)}`,
    );
  },
});

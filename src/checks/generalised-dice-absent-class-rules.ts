import { generalisedDice } from "../losses/generalised-dice.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Options } from "../losses/loss.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { short, tally } from "./tally.ts";

export const generalisedDiceAbsentClassRules = checkOf({
  falsehood: "the absent class has weight zero",
  right: "add-inside",
  wrong: "zero",
  procedure(volumeRepair: "add-inside" | "zero", random) {
    const t = tally(1e-9);
    let [zeroed, capped] = [0, 0];
    for (let n = 0; n < 12; n++) {
      const drawn = randomFrame(random, { classes: 3, batch: 1 });
      const frame = { ...drawn, labels: drawn.labels.map((label) => (label === 2 ? 0 : label)) };
      const at = (convention: Options["convention"]) =>
        evaluate(generalisedDice, frame, { convention: convention! });
      let last = 0;
      for (const volumeEpsilon of [1, 1e-2, 1e-4]) {
        const value = at({ volumeRepair, volumeEpsilon });
        t.less(last, value);
        last = value;
      }
      t.near(at({ volumeRepair, volumeEpsilon: 1e-8 }), 1);
      zeroed = at({ volumeRepair: "zero" });
      capped = at({ volumeRepair: "maximum" });
      t.less(zeroed, 1 - 1e-6);
      t.less(capped, 1 - 1e-6);
    }
    return t.outcome(
      `12 frames without a class: one as ε falls; the last ${short(zeroed)} at weight 0, ${short(capped)} at the largest finite weight`,
    );
  },
});

import { dice } from "../losses/dice.ts";
import type { Options } from "../losses/loss.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const absentClassesCountedAsZeroDiluteTheMean = checkOf({
  falsehood: "an absent class counts as one",
  right: "zero",
  wrong: "one",
  procedure(absentClass: "zero" | "one", random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const drawn = randomFrame(random, { classes: 4, batch: 1 });
      const absent = random.below(3) + 1;
      const frame = { ...drawn, labels: drawn.labels.map((label) => (label === absent ? 0 : label)) };
      const present = new Set(frame.labels).size / 4;
      for (const loss of [dice, tversky]) {
        const counted: Options = { convention: { absentClass } };
        compare(t, frame, [loss, { convention: { absentClass: "skip" } }], [loss, counted], present);
      }
    }
    return t.outcome(
      "Dice and Tversky over the classes present, times their share, on 30 frames that lack a class",
    );
  },
});

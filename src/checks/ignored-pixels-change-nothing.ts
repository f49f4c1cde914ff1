import { losses } from "../losses/registry.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { told } from "./slopes.ts";
import { tally } from "./tally.ts";

/** No logit is saturated here: where errors tie, the gradient of Lovász is a choice. */
export const ignoredPixelsChangeNothing = checkOf({
  falsehood: "ignored pixels count below the line of an overlap score",
  right: "left-out",
  wrong: "numerator-only",
  procedure(ignored: "left-out" | "numerator-only", random) {
    const t = tally(1e-12);
    for (let n = 0; n < 4; n++) {
      const plain = randomFrame(random, { batch: 1, pixels: 8 + random.below(17) });
      const { classes, pixels } = plain;
      const more = 1 + random.below(12);
      const padding = randomFrame(random, { classes, pixels: more, batch: 1, absent: true });
      const all = pixels + more;
      const logits = new Float64Array(classes * all);
      for (let c = 0; c < classes; c++) {
        logits.set(plain.logits.subarray(c * pixels, (c + 1) * pixels), c * all);
        logits.set(padding.logits.subarray(c * more, (c + 1) * more), c * all + pixels);
      }
      const labels = Uint8Array.of(...plain.labels, ...padding.labels);
      const ignore = labels.map((_, i) => (i < pixels ? 0 : 1));
      const frame = { classes, pixels: all, logits, labels, ignore };
      for (const loss of Object.values(losses)) {
        const with_ = told(loss, frame, { convention: { ignored } });
        const without = told(loss, plain);
        t.near(with_.value, without.value);
        for (let c = 0; c < classes; c++) {
          t.nearAll(
            with_.slopes.subarray(c * all, c * all + pixels),
            without.slopes.subarray(c * pixels, (c + 1) * pixels),
          );
          t.nearAll(with_.slopes.subarray(c * all + pixels, (c + 1) * all), new Float64Array(more));
        }
      }
    }
    return t.outcome(
      "seven losses on 4 frames, before and after up to 12 ignored pixels are added, with gradients",
    );
  },
});

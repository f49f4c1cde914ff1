import { confusion, pooled } from "../metrics/confusion.ts";
import { average, f1FromIou, type Score, scores } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { tally } from "./tally.ts";

export const f1OfPooledCountsFollowsFromIou = checkOf({
  falsehood: "scores are averaged over frames and not pooled",
  right: true,
  wrong: false,
  procedure(pool, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 20; n++) {
      const frames = Array.from({ length: 2 + random.below(6) }, () => {
        const truth = randomFrame(random, { classes: 3, pixels: 60, batch: 1 }).labels;
        const flips = random.uniform();
        return confusion(
          truth,
          truth.map((label) => (random.uniform() < flips ? random.below(3) : label)),
          3,
        );
      });
      const all = (pool ? [pooled(frames)] : frames).map(scores);
      for (let c = 0; c < 3; c++) {
        const mean = (score: Score) => average(all.map((each) => each[c]![score]));
        t.near(mean("f1"), f1FromIou(mean("iou")));
      }
    }
    return t.outcome("three classes of 20 pools of frames, F1 from counts against 2·IoU/(1 + IoU)");
  },
});

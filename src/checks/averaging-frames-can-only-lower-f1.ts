import { average, f1FromIou, iouFromF1, type Score, scoresOf } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { uniforms } from "./frames.ts";
import { short, tally } from "./tally.ts";

export const averagingFramesCanOnlyLowerF1 = checkOf({
  falsehood: "the same is said of IoU: its mean never above F1/(2 − F1) of the mean F1",
  right: { mean: "f1", of: "iou", bound: f1FromIou },
  wrong: { mean: "iou", of: "f1", bound: iouFromF1 },
  procedure({ mean, of, bound }: { mean: Score; of: Score; bound: (score: number) => number }, random) {
    const t = tally(1e-12);
    let widest = 0;
    for (let n = 0; n < 60; n++) {
      const frames = Array.from({ length: 2 + random.below(20) }, () => {
        const [tp, fp, fn] = uniforms(random, 3, 0, 30);
        return scoresOf({ tp: tp!, fp: fp!, fn: fn! });
      });
      const [shown, limit] = [average(frames.map((s) => s[mean])), bound(average(frames.map((s) => s[of])))];
      t.atMost(shown, limit);
      widest = Math.max(widest, limit - shown);
    }
    return t.outcome(`60 sets of 2 to 21 frames; the mean F1 lies up to ${short(widest)} below`);
  },
});

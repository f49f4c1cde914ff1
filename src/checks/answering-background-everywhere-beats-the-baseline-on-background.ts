import { confusion } from "../metrics/confusion.ts";
import { accuracy, scores } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

/** A truth of the reference task's background share, answered with one class everywhere and scored pixel by pixel. */
export const answeringBackgroundEverywhereBeatsTheBaselineOnBackground = checkOf({
  falsehood: "the predictor answers a curve everywhere",
  right: 0,
  wrong: 1,
  procedure(answer, random, numberOf) {
    const t = tally(1e-12);
    const share = numberOf("reference-task.background-share");
    const truth = Array.from({ length: 4000 }, (_, i) =>
      i < Math.round(share * 4000) ? 0 : 1 + random.below(2),
    );
    const counts = confusion(
      truth,
      truth.map(() => answer),
      3,
    );
    const [background, ...curves] = scores(counts);
    t.near(background!.iou, share);
    t.near(accuracy(counts), share);
    t.less(numberOf("dice-baseline.iou.background"), background!.iou);
    for (const curve of curves) t.near(curve.iou, 0);
    return t.outcome(
      `4000 pixels: background IoU ${short(background!.iou)} against the baseline's ${short(numberOf("dice-baseline.iou.background"))}`,
    );
  },
});

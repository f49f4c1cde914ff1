import { average } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

/** The curves' own shares are not published: every division of the rest between them is tried. */
export const answeringBackgroundEverywhereWinsTheFrequencyWeightedIou = checkOf({
  falsehood: "all classes weigh the same",
  right: true,
  wrong: false,
  procedure(byFrequency, random, numberOf) {
    const t = tally(1e-12);
    const share = numberOf("reference-task.background-share");
    const baseline = ["background", "curve-1", "curve-2"].map((name) =>
      numberOf(`dice-baseline.iou.${name}`),
    );
    let best = 0;
    for (let n = 0; n <= 20; n++) {
      const first = (1 - share) * (n < 20 ? random.uniform() : 1);
      const weights = byFrequency ? [share, first, 1 - share - first] : [1, 1, 1];
      const empty = average([share, 0, 0], weights);
      t.near(empty, share ** 2);
      t.less(average(baseline, weights), empty);
      best = Math.max(best, average(baseline, weights));
    }
    return t.outcome(
      `${short(share ** 2)} for the empty answer, at most ${short(best)} for the baseline, over 21 divisions of the rest`,
    );
  },
});

import { average } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

/** The curves' own shares are not published: random divisions of the rest between them are tried. */
export const oneModelLooksUselessOrExcellentByChoiceOfAverage = checkOf({
  falsehood: "the background is given the curves' share and they its own",
  right: (share: number) => share,
  wrong: (share: number) => 1 - share,
  procedure(weightOf, random, numberOf) {
    const t = tally(0);
    const iou = ["background", "curve-1", "curve-2"].map((name) => numberOf(`dice-baseline.iou.${name}`));
    const background = weightOf(numberOf("reference-task.background-share"));
    let least = 1;
    for (let n = 0; n < 20; n++) {
      const first = (1 - background) * random.uniform();
      const weighted = average(iou, [background, first, 1 - background - first]);
      t.less(0.9, weighted);
      least = Math.min(least, weighted);
    }
    t.less(average(iou), 0.5);
    return t.outcome(
      `mean IoU ${short(average(iou))}; weighted by frequency at least ${short(least)} over 20 divisions of the rest`,
    );
  },
});

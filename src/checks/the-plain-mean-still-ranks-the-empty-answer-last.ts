import { average } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

export const thePlainMeanStillRanksTheEmptyAnswerLast = checkOf({
  falsehood: "classes weigh by their frequency",
  right: (_: number) => [1, 1, 1],
  wrong: (share: number) => [share, (1 - share) / 2, (1 - share) / 2],
  procedure(weightsAt: (share: number) => readonly number[], _, numberOf) {
    const t = tally(1e-12);
    const share = numberOf("reference-task.background-share");
    const baseline = ["background", "curve-1", "curve-2"].map((name) =>
      numberOf(`dice-baseline.iou.${name}`),
    );
    const [empty, trained] = [[share, 0, 0], baseline].map((iou) => average(iou, weightsAt(share)));
    t.near(empty!, share / 3);
    t.less(empty!, trained!);
    return t.outcome(`mean IoU ${short(empty!)} for the empty answer, ${short(trained!)} for the baseline`);
  },
});

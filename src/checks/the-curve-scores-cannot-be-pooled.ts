import { f1FromIou } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

/** Both scores are printed with two digits, so each may be half a hundredth off. */
export const theCurveScoresCannotBePooled = checkOf({
  falsehood: "the background is counted among the curves",
  right: ["curve-1", "curve-2"],
  wrong: ["curve-1", "curve-2", "background"],
  procedure(curves: readonly string[], _, numberOf) {
    const t = tally(0);
    const pair = (name: string) =>
      [numberOf(`dice-baseline.iou.${name}`), numberOf(`dice-baseline.f1.${name}`)] as const;
    const gaps = curves.map((name) => {
      const [iou, f1] = pair(name);
      t.less(f1 + 0.005, f1FromIou(iou - 0.005));
      return f1FromIou(iou) - f1;
    });
    const [iou, f1] = pair("background");
    t.atMost(f1FromIou(iou - 0.005), f1 + 0.005);
    t.atMost(f1 - 0.005, f1FromIou(iou + 0.005));
    return t.outcome(
      `F1 lies ${gaps.map(short).join(" and ")} below 2·IoU/(1 + IoU); the background's pair agrees within rounding`,
    );
  },
});

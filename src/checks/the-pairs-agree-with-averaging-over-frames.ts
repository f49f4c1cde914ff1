import { f1FromIou } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

/** Both scores are printed with two digits, so each may be half a hundredth off. */
export const thePairsAgreeWithAveragingOverFrames = checkOf({
  falsehood: "the bound is taken for IoU itself",
  right: f1FromIou,
  wrong: (iou: number) => iou,
  procedure(bound, _, numberOf) {
    const t = tally(0);
    const room = ["background", "curve-1", "curve-2"].map((name) => {
      const [iou, f1] = [numberOf(`dice-baseline.iou.${name}`), numberOf(`dice-baseline.f1.${name}`)];
      t.atMost(f1 - 0.005, bound(iou + 0.005));
      return bound(iou) - f1;
    });
    return t.outcome(`2·IoU/(1 + IoU) less F1: ${room.map(short).join(", ")}`);
  },
});

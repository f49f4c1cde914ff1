import { f1FromIou } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

export const theCompanionPairCannotBePooledEither = checkOf({
  falsehood: "the pair is that of the baseline's background",
  right: ["companion-curve-evaluation.peak-iou", "companion-curve-evaluation.peak-f1"],
  wrong: ["dice-baseline.iou.background", "dice-baseline.f1.background"],
  procedure([iou, f1]: readonly string[], _, numberOf) {
    const t = tally(0);
    const [needed, printed] = [f1FromIou(numberOf(iou!)), numberOf(f1!)];
    t.less(0.1, needed - printed);
    return t.outcome(`pooled, the IoU asks for an F1 of ${short(needed)}; ${short(printed)} is printed`);
  },
});

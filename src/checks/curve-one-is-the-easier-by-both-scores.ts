import { checkOf } from "./check.ts";
import { tally } from "./tally.ts";

export const curveOneIsTheEasierByBothScores = checkOf({
  falsehood: "the curves change places",
  right: ["curve-1", "curve-2"],
  wrong: ["curve-2", "curve-1"],
  procedure([easier, harder]: readonly string[], _, numberOf) {
    const t = tally(0);
    const at = (score: string, curve = "") => numberOf(`dice-baseline.${score}.${curve}`);
    for (const score of ["iou", "f1"]) t.less(at(score, harder), at(score, easier));
    return t.outcome(
      `IoU ${at("iou", easier)} against ${at("iou", harder)}, F1 ${at("f1", easier)} against ${at("f1", harder)}`,
    );
  },
});

import { checkOf } from "./check.ts";
import { short, tally } from "./tally.ts";

/** The ratio is arithmetic on the measured scores; the scores themselves need images that are not public. */
export const theBackgroundIsSolvedAndTheCurvesAreNot = checkOf({
  falsehood: "the F1 scores are taken",
  right: "iou",
  wrong: "f1",
  procedure(score: "iou" | "f1", _, numberOf) {
    const t = tally(0);
    const at = (of: string) => numberOf(`dice-baseline.${score}.${of}`);
    for (const curve of ["curve-1", "curve-2"]) t.less(3 * at(curve), at("background"));
    return t.outcome(
      `${short(at("background") / at("curve-1"))} and ${short(at("background") / at("curve-2"))} times`,
    );
  },
});

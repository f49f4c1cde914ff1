import { confusion, pooled } from "../metrics/confusion.ts";
import { average, type Score, scores } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { mask } from "./frames.ts";
import { tally } from "./tally.ts";

/** Models of two frames each; both averages come from the same counts. */
export const averagesOfDiceAndOfIouCanDisagree = checkOf({
  falsehood: "the counts of the frames are pooled and not averaged",
  right: false,
  wrong: true,
  procedure(pooledCounts, random) {
    const t = tally(0);
    const frame = () => {
      const g = mask(random, 16);
      const errors = random.uniform();
      const p = Uint8Array.from(g, (truth) => (random.uniform() < errors ? 1 - truth : truth));
      return confusion(Uint8Array.from(g), p, 2);
    };
    const mean = (model: readonly ReturnType<typeof frame>[], score: Score) =>
      average((pooledCounts ? [pooled(model)] : model).map((counts) => scores(counts)[1]![score]));
    let disagreements = 0;
    for (let n = 0; n < 300; n++) {
      const [a, b] = [
        [frame(), frame()],
        [frame(), frame()],
      ];
      const byDice = mean(a, "f1") - mean(b, "f1");
      const byIou = mean(a, "iou") - mean(b, "iou");
      if (byDice * byIou < 0 && Math.abs(byDice) > 1e-9 && Math.abs(byIou) > 1e-9) disagreements += 1;
      const [one, other] = [scores(a[0]!)[1]!, scores(b[0]!)[1]!];
      t.atMost(0, (one.f1 - other.f1) * (one.iou - other.iou));
    }
    t.less(0, disagreements);
    return t.outcome(
      `300 pairs of models: single masks always rank alike, averages of two disagree ${disagreements} times`,
    );
  },
});

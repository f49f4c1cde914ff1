import { dice } from "../losses/dice.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { f1FromIou, iouFromF1 } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { told } from "./slopes.ts";
import { tally } from "./tally.ts";

export const diceIsAFunctionOfJaccard = checkOf({
  falsehood: "Dice is taken as J/(2 − J), the inverse function",
  right: f1FromIou,
  wrong: iouFromF1,
  procedure(ofJaccard, random) {
    const t = tally(1e-12);
    const ones = { parameters: { falsePositive: 1, falseNegative: 1 } };
    for (let n = 0; n < 60; n++) {
      const [tp, fp, fn] = uniforms(random, 3, 0, 50);
      const counts = [{ tp: tp!, fp: fp!, fn: fn! }];
      const diceLoss = evaluateCounts(dice, counts).value;
      const jaccardLoss = evaluateCounts(tversky, counts, ones).value;
      t.near(1 - diceLoss, ofJaccard(1 - jaccardLoss));
      t.atMost(diceLoss, jaccardLoss);
    }
    for (let n = 0; n < 20; n++) {
      const pixels = 4 + random.below(20);
      const frame = channel(uniforms(random, pixels), mask(random, pixels));
      const jaccard = told(tversky, frame, ones);
      const ofDice = told(dice, frame);
      t.near(1 - ofDice.value, ofJaccard(1 - jaccard.value));
      t.nearAll(
        ofDice.slopes,
        jaccard.slopes.map((slope) => (2 * slope) / (2 - jaccard.value) ** 2),
      );
    }
    return t.outcome(
      "D against 2J/(1 + J), and Dice loss against Jaccard loss, at 60 random soft counts; gradients on 20 frames",
    );
  },
});

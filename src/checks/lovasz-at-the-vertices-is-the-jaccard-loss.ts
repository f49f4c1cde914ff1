import { evaluate } from "../losses/kernel.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { confusion } from "../metrics/confusion.ts";
import { scores } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { channel, shuffled } from "./frames.ts";
import { tally } from "./tally.ts";

/**
 * Every pair of masks of eight pixels up to the pixels' order: a truth of each size, its pixels in an order drawn, and
 * all 256 answers to it. The invariants of the tests run all 65 536 pairs as they stand.
 */
export const lovaszAtTheVerticesIsTheJaccardLoss = checkOf({
  falsehood: "the metric is Dice",
  right: "iou",
  wrong: "f1",
  procedure(metric: "iou" | "f1", random) {
    const t = tally(1e-12);
    for (let volume = 0; volume <= 8; volume++) {
      const order = shuffled(random, 8);
      const g = order.map((place) => (place < volume ? 1 : 0));
      for (let answer = 0; answer < 256; answer++) {
        const p = g.map((_, i) => (answer >> i) & 1);
        const score = scores(confusion(g, p, 2))[1]![metric];
        t.near(evaluate(lovaszSoftmax, channel(p, g)), Number.isNaN(score) ? 0 : 1 - score);
      }
    }
    return t.outcome("the extension against one minus IoU of counted pixels at 9 × 256 pairs of masks");
  },
});

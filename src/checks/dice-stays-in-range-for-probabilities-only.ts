import { dice } from "../losses/dice.ts";
import { evaluateCounts } from "../losses/kernel.ts";
import { exp } from "../numerics/exp.ts";
import { checkOf } from "./check.ts";
import { mask, uniforms } from "./frames.ts";
import { short, tally } from "./tally.ts";

/** The engine refuses raw scores as probabilities, so that the soft counts of both are added up here. */
export const diceStaysInRangeForProbabilitiesOnly = checkOf({
  falsehood: "raw scores are given in place of probabilities",
  right: (score: number) => 1 / (1 + exp(-score)),
  wrong: (score: number) => score,
  procedure(link, random) {
    const t = tally(1e-12);
    const countsOfPixels = (p: Float64Array, g: Float64Array) => {
      const counts = { tp: 0, fp: 0, fn: 0 };
      p.forEach((score, i) => {
        counts.tp += score * g[i]!;
        counts.fp += score * (1 - g[i]!);
        counts.fn += (1 - score) * g[i]!;
      });
      return counts;
    };
    const raw: number[] = [];
    for (let n = 0; n < 200; n++) {
      const [scored, g] = [uniforms(random, 12, -6, 6), mask(random, 12)];
      const [linked, plain] = [countsOfPixels(scored.map(link), g), countsOfPixels(scored, g)];
      // The engine holds a denominator at zero from below; raw scores can lead there, and such frames are passed over.
      if (2 * plain.tp + plain.fp + plain.fn < 0.1) continue;
      const inside = evaluateCounts(dice, [linked]).value;
      t.atMost(0, inside);
      t.atMost(inside, 1);
      raw.push(evaluateCounts(dice, [plain]).value);
    }
    const [low, high] = [Math.min(...raw), Math.max(...raw)];
    t.less(low, 0);
    t.less(1, high);
    return t.outcome(
      `${raw.length} frames of 12 pixels: in 0..1 from probabilities, ${short(low)} to ${short(high)} from raw scores`,
    );
  },
});

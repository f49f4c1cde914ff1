import fc from "fast-check";
import { expect } from "vitest";
import { dice } from "../../src/losses/dice.ts";
import { focalTversky } from "../../src/losses/focal-tversky.ts";
import { tversky } from "../../src/losses/tversky.ts";
import { anyFrame, channel, uniforms } from "./frames.ts";
import { type Invariant, near, property, same } from "./invariant.ts";

const weights = fc.record({
  falsePositive: fc.double({ min: 0.05, max: 1, noNaN: true }),
  falseNegative: fc.double({ min: 0.05, max: 1, noNaN: true }),
});
const seeds = fc.integer();
export const tverskyInvariants: Invariant[] = [
  {
    title: "Tversky at one half each, smoothed by s, is Dice smoothed by 2s",
    check: (engine) =>
      property(fc.tuple(anyFrame([1, 2, 3]), fc.constantFrom(0, 1e-5, 1, 7)), ([frame, s]) => {
        const smoothed = (by: number) => ({
          convention: { smoothingNumerator: by, smoothingDenominator: by },
        });
        same(engine, frame, [tversky, smoothed(s)], [dice, smoothed(2 * s)]);
      }),
  },
  {
    title: "Tversky at one and one is the Jaccard loss; D = 2J/(1+J), so Dice's loss is never the larger",
    check: (engine) =>
      property(anyFrame([1]), (frame) => {
        const jaccard = engine.evaluate(tversky, frame, {
          parameters: { falsePositive: 1, falseNegative: 1 },
        });
        let [both, either] = [0, 0];
        frame.logits.forEach((z, i) => {
          const p = 1 / (1 + Math.exp(-z));
          const g = frame.labels[i]!;
          both += p * g;
          either += p + g - p * g;
        });
        near(1 - jaccard, both / either);
        const loss = engine.evaluate(dice, frame);
        near(1 - loss, (2 * (1 - jaccard)) / (2 - jaccard));
        expect(loss).toBeLessThanOrEqual(jaccard);
      }),
  },
  {
    title: "swapping prediction and truth swaps the weights of a false positive and a false negative",
    check: (engine) =>
      property(fc.tuple(seeds, weights), ([seed, { falsePositive, falseNegative }]) => {
        const [p, g] = [uniforms(seed, 12), uniforms(seed + 1, 12)];
        const forth = engine.evaluate(tversky, channel(p, g), {
          parameters: { falsePositive, falseNegative },
        });
        const swapped = { falsePositive: falseNegative, falseNegative: falsePositive };
        near(forth, engine.evaluate(tversky, channel(g, p), { parameters: swapped }));
      }),
  },
  {
    title: "with a stray and no miss, Tversky grows with the weight of a false positive and of nothing else",
    check: (engine) => {
      const at = (falsePositive: number, falseNegative: number) =>
        engine.evaluate(tversky, channel([1, 1, 0, 0], [1, 0, 0, 0]), {
          parameters: { falsePositive, falseNegative },
        });
      expect(at(0.6, 0.5)).toBeGreaterThan(at(0.5, 0.5));
      expect(at(0.5, 0.9)).toBe(at(0.5, 0.1));
    },
  },
  {
    title: "Tversky with weights that add to one is 1 − F_b at hard predictions, b² their ratio",
    check: (engine) =>
      property(fc.tuple(seeds, fc.double({ min: 0.05, max: 0.95, noNaN: true })), ([seed, falsePositive]) => {
        const [p, g] = [uniforms(seed, 20).map(Math.round), uniforms(seed + 1, 20).map(Math.round)];
        const hits = p.reduce((sum, value, i) => sum + value * g[i]!, 0);
        fc.pre(hits > 0);
        const precision = hits / p.reduce((a, b) => a + b);
        const recall = hits / g.reduce((a, b) => a + b);
        const squared = (1 - falsePositive) / falsePositive;
        const f = ((1 + squared) * precision * recall) / (squared * precision + recall);
        const parameters = { falsePositive, falseNegative: 1 - falsePositive };
        near(engine.evaluate(tversky, channel(p, g), { parameters }), 1 - f);
      }),
  },
  {
    title: "focal Tversky with γ = 1 is Tversky, and the paper's γ is the code's 1/γ",
    check: (engine) =>
      property(fc.tuple(anyFrame([1, 3]), weights), ([frame, pair]) => {
        const mean = { classReduction: "mean" } as const;
        const one = { parameters: { ...pair, gamma: 1 }, convention: mean };
        same(engine, frame, [focalTversky, one], [tversky, { parameters: pair }]);
        const paper = { parameters: { ...pair, gamma: 2 } };
        const code = { parameters: { ...pair, gamma: 0.5 }, convention: { exponent: "gamma" } } as const;
        same(engine, frame, [focalTversky, paper], [focalTversky, code]);
      }),
  },
  {
    title: "focal Tversky raises each class to its power, then adds the classes",
    check: (engine) =>
      property(anyFrame([3]), (frame) => {
        const sum = [0, 1, 2].reduce((total, c) => {
          const u = engine.evaluate(tversky, frame, { convention: { classes: [c] } });
          return total + u ** 0.75;
        }, 0);
        near(engine.evaluate(focalTversky, frame), sum);
        const mean = { convention: { classReduction: "mean" } } as const;
        near(engine.evaluate(focalTversky, frame, mean) * 3, sum);
      }),
  },
];

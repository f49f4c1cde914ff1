import fc from "fast-check";
import { expect } from "vitest";
import { dice } from "../../src/losses/dice.ts";
import { generalisedDice } from "../../src/losses/generalised-dice.ts";
import type { Frame, Options } from "../../src/losses/loss.ts";
import { tversky } from "../../src/losses/tversky.ts";
import { anyFrame, channel, onehot, randomFrame, softmaxOf, uniforms } from "./frames.ts";
import { type Invariant, near, property, same } from "./invariant.ts";

const seeds = fc.integer();
export const diceInvariants: Invariant[] = [
  {
    title:
      "generalised Dice with equal weights is pooled Dice, and behind a softmax 1 − mean p of the true class",
    check: (engine) =>
      property(anyFrame(), (frame) => {
        const uniform = { convention: { volumeWeight: "uniform" } } as const;
        const pooled = { convention: { classReduction: "pooled" } } as const;
        same(engine, frame, [generalisedDice, uniform], [dice, pooled]);
        const truth = onehot(frame);
        const right = softmaxOf(frame).reduce((sum, p, k) => sum + p * truth[k]!, 0);
        near(engine.evaluate(generalisedDice, frame, uniform), 1 - right / frame.labels.length);
      }),
  },
  {
    title:
      "generalised Dice does not see its weights where classes are of one size, and is Dice for one class",
    check: (engine) => {
      property(seeds, (seed) => {
        const frame = randomFrame({ seed, classes: 3, pixels: 12, batch: 1 });
        const even = { ...frame, labels: frame.labels.map((_, i) => i % 3) };
        const uniform = { convention: { volumeWeight: "uniform" } } as const;
        same(engine, even, [generalisedDice, {}], [generalisedDice, uniform]);
      });
      property(anyFrame([1]), (frame) => same(engine, frame, [generalisedDice, {}], [dice, {}]));
    },
  },
  {
    title: "squared Dice is linear Dice at hard predictions, where its gradient is another",
    check: (engine) =>
      property(seeds, (seed) => {
        const [p, g] = [uniforms(seed, 16).map(Math.round), uniforms(seed + 1, 16).map(Math.round)];
        fc.pre(p.some((value, i) => value * g[i]! > 0) && p.some((value, i) => value !== g[i]));
        const squared = { convention: { denominator: "squared" } } as const;
        near(engine.evaluate(dice, channel(p, g), squared), engine.evaluate(dice, channel(p, g)));
        const slopes = (options: Options<never>) =>
          Array.from(engine.evaluateWithGradient(dice, channel(p, g), options).probabilities!);
        expect(slopes(squared)).not.toEqual(slopes({}));
      }),
  },
  {
    title: "1 − squared Dice is Σ(p−g)² over Σp² + Σg²",
    check: (engine) =>
      property(seeds, (seed) => {
        const [p, g] = [uniforms(seed, 16), uniforms(seed + 1, 16)];
        const above = p.reduce((sum, value, i) => sum + (value - g[i]!) ** 2, 0);
        const below = p.reduce((sum, value, i) => sum + value ** 2 + g[i]! ** 2, 0);
        near(engine.evaluate(dice, channel(p, g), { convention: { denominator: "squared" } }), above / below);
      }),
  },
  {
    title: "linear Dice has two slopes to p, one on the class and one off it; squared Dice has more",
    check: (engine) =>
      property(seeds, (seed) => {
        const [p, g] = [uniforms(seed, 16, 0.05, 0.95), uniforms(seed + 1, 16).map(Math.round)];
        fc.pre(new Set(g).size === 2);
        const distinct = (options: Options<never>) =>
          new Set(engine.evaluateWithGradient(dice, channel(p, g), options).probabilities!).size;
        expect(distinct({})).toBe(2);
        expect(distinct({ convention: { denominator: "squared" } })).toBeGreaterThan(2);
      }),
  },
  {
    title: "a class that is wholly missed costs its full share, however rare it is",
    check: (engine) => {
      for (const pixels of [10, 100, 1000]) {
        const labels = Int32Array.from({ length: pixels }, (_, i) => (i === 0 ? 1 : 0));
        const probabilities = Float64Array.from({ length: 2 * pixels }, (_, k) => (k < pixels ? 1 : 0));
        const frame: Frame = { classes: 2, pixels, probabilities, labels };
        for (const loss of [dice, tversky]) {
          expect(engine.evaluate(loss, frame)).toBeGreaterThan(0.5);
          expect(engine.evaluate(loss, frame, { convention: { background: "out" } })).toBe(1);
        }
      }
    },
  },
  {
    title: "the full-only-where-equal overlap is 0 exactly at p = g; the product is not, for soft targets",
    check: (engine) =>
      property(seeds, (seed) => {
        const g = uniforms(seed, 10, 0.1, 0.9);
        const l1 = { convention: { intersection: "l1" } } as const;
        near(engine.evaluate(dice, channel(g, g), l1), 0);
        expect(engine.evaluate(dice, channel(g, g))).toBeGreaterThan(0.01);
        expect(engine.evaluate(dice, channel(uniforms(seed + 1, 10), g), l1)).toBeGreaterThan(0);
      }),
  },
  {
    title: "expected Dice over two equally likely truths is least at a hard prediction",
    check: (engine) =>
      property(seeds, (seed) => {
        const truths = [uniforms(seed, 6).map(Math.round), uniforms(seed + 1, 6).map(Math.round)];
        fc.pre(truths.every((g) => g.some((value) => value === 1)));
        const expected = (p: ArrayLike<number>) =>
          truths.reduce((sum, g) => sum + engine.evaluate(dice, channel(p, g)) / 2, 0);
        const vertices = Array.from({ length: 63 }, (_, m) =>
          expected([0, 1, 2, 3, 4, 5].map((i) => ((m + 1) >> i) & 1)),
        );
        expect(Math.min(...vertices)).toBeLessThanOrEqual(expected(uniforms(seed + 2, 6)) + 1e-12);
      }),
  },
];

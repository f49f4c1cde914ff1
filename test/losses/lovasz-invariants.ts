import fc from "fast-check";
import { expect } from "vitest";
import type { Frame } from "../../src/losses/loss.ts";
import { lovaszSoftmax } from "../../src/losses/lovasz-softmax.ts";
import { anyFrame, channel, uniforms } from "./frames.ts";
import { type Engine, type Invariant, property } from "./invariant.ts";

const bits = (mask: number, n: number) => Array.from({ length: n }, (_, i) => (mask >> i) & 1);

/** The probability of one channel whose errors against g are m. */
const withErrors = (m: ArrayLike<number>, g: ArrayLike<number>) =>
  channel(
    Array.from(m, (error, i) => (g[i] === 1 ? 1 - error : error)),
    g,
  );

/** The slopes to the errors themselves: those to p, turned round on the class. */
function weightsOf(engine: Engine, frame: Frame): number[] {
  const slopes = engine.evaluateWithGradient(lovaszSoftmax, frame).probabilities!;
  return Array.from(slopes, (slope, i) => (frame.target![i] === 1 ? -slope : slope));
}

/** Random errors and a truth with at least one pixel of the class. */
const cases = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 12 })).map(([seed, n]) => {
  const g = uniforms(seed, n).map(Math.round);
  g[0] = 1;
  return { g, m: uniforms(seed + 1, n), other: uniforms(seed + 2, n) };
});

export const lovaszInvariants: Invariant[] = [
  {
    title: "the Lovász extension is 1 − IoU at every pair of masks of eight pixels",
    check: ({ evaluate }) => {
      const masks = Array.from({ length: 256 }, (_, mask) => bits(mask, 8));
      const size = (mask: number) => masks[mask]!.reduce((sum, bit) => sum + bit, 0);
      let pairs = 0;
      for (const [truth, g] of masks.entries()) {
        for (const [guess, p] of masks.entries()) {
          // Two empty masks are in agreement.
          const loss = (truth | guess) === 0 ? 0 : 1 - size(truth & guess) / size(truth | guess);
          const value = evaluate(lovaszSoftmax, channel(p, g));
          if (!(Math.abs(value - loss) <= 1e-12)) expect(value, `${p} against ${g}`).toBe(loss);
          pairs += 1;
        }
      }
      expect(pairs).toBe(2 ** 16);
    },
  },
  {
    title: "its weights are not negative and add to 1, and it grows in proportion to the errors",
    check: (engine) =>
      property(cases, ({ g, m }) => {
        const weights = weightsOf(engine, withErrors(m, g));
        for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0);
        expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        const whole = engine.evaluate(lovaszSoftmax, withErrors(m, g));
        expect(
          engine.evaluate(
            lovaszSoftmax,
            withErrors(
              m.map((e) => e / 4),
              g,
            ),
          ),
        ).toBeCloseTo(whole / 4, 12);
      }),
  },
  {
    title: "it is convex in the errors, at most the largest of them, and equal errors give that error",
    check: ({ evaluate }) =>
      property(cases, ({ g, m, other }) => {
        const at = (errors: ArrayLike<number>) => evaluate(lovaszSoftmax, withErrors(errors, g));
        const middle = m.map((error, i) => (error + other[i]!) / 2);
        expect(at(middle)).toBeLessThanOrEqual((at(m) + at(other)) / 2 + 1e-12);
        expect(at(m)).toBeLessThanOrEqual(Math.max(...m) + 1e-12);
        expect(at(m)).toBeGreaterThanOrEqual(0);
        expect(at(m.map(() => 0.375))).toBeCloseTo(0.375, 12);
      }),
  },
  {
    title: "its gradient is a subgradient, at ties too, and its value there does not depend on the order",
    check: (engine) =>
      property(cases, ({ g, m, other }) => {
        const tied = m.map((error) => Math.round(error * 3) / 3);
        for (const errors of [m, tied]) {
          const value = engine.evaluate(lovaszSoftmax, withErrors(errors, g));
          const weights = weightsOf(engine, withErrors(errors, g));
          const line = value + weights.reduce((sum, weight, i) => sum + weight * (other[i]! - errors[i]!), 0);
          expect(engine.evaluate(lovaszSoftmax, withErrors(other, g))).toBeGreaterThanOrEqual(line - 1e-12);
          const back = withErrors(errors.toReversed(), g.toReversed());
          expect(engine.evaluate(lovaszSoftmax, back)).toBeCloseTo(value, 12);
        }
      }),
  },
  {
    title: "averaging over all classes or over those present is one where all are present",
    check: ({ evaluate }) =>
      property(anyFrame(), (frame) => {
        const skip = { convention: { absentClass: "skip" } } as const;
        expect(evaluate(lovaszSoftmax, frame, skip)).toBe(evaluate(lovaszSoftmax, frame));
      }),
  },
  {
    title: "the hinge is 0 where every logit is on its side by 1 or more",
    check: ({ evaluate }) =>
      property(cases, ({ g }) => {
        const logits = g.map((truth) => (truth === 1 ? 1 : -1));
        const frame: Frame = { classes: 1, pixels: g.length, logits, target: g };
        expect(evaluate(lovaszSoftmax, frame, { convention: { surrogate: "hinge" } })).toBe(0);
        const off = { ...frame, logits: logits.map((z) => z / 2) };
        expect(evaluate(lovaszSoftmax, off, { convention: { surrogate: "hinge" } })).toBeCloseTo(0.5, 12);
      }),
  },
];

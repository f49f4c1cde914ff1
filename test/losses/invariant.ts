import fc from "fast-check";
import { expect } from "vitest";
import type { evaluate, evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame, Loss, Options } from "../../src/losses/loss.ts";

/** What the invariants are held against: the engine, or a mutant of it. */
export interface Engine {
  readonly evaluate: typeof evaluate;
  readonly evaluateWithGradient: typeof evaluateWithGradient;
}

/** A sentence that ties the losses together and the call that throws where it is false. */
export interface Invariant {
  readonly title: string;
  readonly check: (engine: Engine) => void;
}

export const near = (a: number, b: number, tolerance = 1e-12) =>
  expect(Math.abs(a - b), `${a} and ${b}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(a), Math.abs(b)),
  );

export function nearAll(a: ArrayLike<number>, b: ArrayLike<number>, tolerance = 1e-12) {
  expect(a.length).toBe(b.length);
  for (let k = 0; k < a.length; k++) near(a[k]!, b[k]!, tolerance);
}

/** Two losses agree on a frame, in the value and in the gradient. */
export function same(
  engine: Engine,
  frame: Frame,
  [a, ofA]: [Loss, Options],
  [b, ofB]: [Loss, Options],
  factor = 1,
) {
  near(engine.evaluate(a, frame, ofA) * factor, engine.evaluate(b, frame, ofB));
  const of = frame.logits ? "logits" : "probabilities";
  const left = engine.evaluateWithGradient(a, frame, ofA)[of]!;
  nearAll(
    left.map((slope) => slope * factor),
    engine.evaluateWithGradient(b, frame, ofB)[of]!,
  );
}

export const property = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void, numRuns = 60) =>
  fc.assert(fc.property(arbitrary, check), { numRuns, seed: 20260101 });

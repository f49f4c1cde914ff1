import { listens } from "../experiments/run.ts";
import { evaluateWithGradient } from "../losses/kernel.ts";
import type { Frame, Loss, Options } from "../losses/loss.ts";
import type { LogitFrame } from "./frames.ts";
import type { Tally } from "./tally.ts";

/** The gradient to whichever of logits and probabilities the frame holds. */
export function slopesOf(loss: Loss, frame: Frame, options: Options = {}): Float64Array {
  return told(loss, frame, options).slopes;
}

/** The value and the gradient to whichever of logits and probabilities the frame holds, by one call. */
export function told(loss: Loss, frame: Frame, options: Options = {}) {
  const { value, logits, probabilities } = evaluateWithGradient(loss, frame, options);
  return { value, slopes: Float64Array.from((logits ?? probabilities)!) };
}

/** Tallies that one loss, times a factor, is another on this frame, in its value and in its gradient. */
export function compare(
  tally: Tally,
  frame: Frame,
  [a, ofA]: readonly [Loss, Options?],
  [b, ofB]: readonly [Loss, Options?],
  factor = 1,
) {
  const [one, other] = [told(a, frame, ofA), told(b, frame, ofB)];
  tally.near(factor * one.value, other.value);
  tally.nearAll(
    one.slopes.map((slope) => factor * slope),
    other.slopes,
  );
}

/** The slope of a function by a central difference. */
export const difference = (f: (x: number) => number, x: number, h = 1e-6): number =>
  (f(x + h) - f(x - h)) / (2 * h);

/** The slopes to the errors themselves: those to p, turned round inside the class. */
export const slopesToErrors = (loss: Loss, frame: Frame, options: Options = {}): Float64Array =>
  slopesOf(loss, frame, options).map((slope, i) => (frame.target![i] === 1 ? -slope : slope));

/** How much of the summed absolute logit gradient lies on background pixels. */
export const backgroundShare = (loss: Loss, frame: LogitFrame, options: Options = {}): number =>
  listens(slopesOf(loss, frame, options), frame.labels, frame.classes)[0]!;

/**
 * Where a function with one valley between low and high is smallest, by golden sections: to 10⁻⁹ of the interval, for
 * where a valley is flat a double tells no more. Each step has one new point and one of the step before.
 */
export function valley(f: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [left, right] = [b - golden * (b - a), a + golden * (b - a)];
  let [ofLeft, ofRight] = [f(left), f(right)];
  for (let step = 0; step < 43; step++) {
    if (ofLeft < ofRight) {
      [b, right, ofRight] = [right, left, ofLeft];
      left = b - golden * (b - a);
      ofLeft = f(left);
    } else {
      [a, left, ofLeft] = [left, right, ofRight];
      right = a + golden * (b - a);
      ofRight = f(right);
    }
  }
  return (a + b) / 2;
}

/** Where a function changes sign between low and high, by bisection. */
export function crossing(f: (x: number) => number, low: number, high: number): number {
  const rising = f(high) > 0;
  let [a, b] = [low, high];
  for (let step = 0; step < 60; step++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0 === rising) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

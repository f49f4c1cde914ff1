import { evaluateWithGradient } from "../losses/kernel.ts";
import { lossOf } from "../losses/registry.ts";
import { type Departure, predictInto, type Truth } from "./prediction.ts";
import { rows } from "./protocol.ts";
import { listens } from "./run.ts";

/** What one loss says to one prediction. Gradients are channel-first (C·N); the arrays are reused by the next call. */
export interface Voice {
  readonly row: string;
  readonly value: number;
  readonly toLogits: Float64Array;
  readonly toProbabilities: Float64Array;
  /** Share of Σ|gradient| on the pixels of each true class. */
  readonly logitShares: readonly number[];
  readonly probabilityShares: readonly number[];
}

/** The rows that are heard: the seven losses, with the lab's settings. */
export const voices = rows.filter(
  ({ shifted, id }) => !shifted && id !== "tversky-precise" && id !== "tversky-steep",
);

/**
 * Whom each loss listens to on one frame, as a function of the prediction. Buffers are made once, so that a reader can
 * drag the prediction at sixty frames a second.
 */
export function listener(truth: Truth): {
  readonly logits: Float64Array;
  hear(departure: Departure): Voice[];
} {
  const { classes, labels } = truth;
  const pixels = labels.length;
  const logits = new Float64Array(classes * pixels);
  const buffers = voices.map(() => ({
    logits: new Float64Array(logits.length),
    probabilities: new Float64Array(logits.length),
  }));
  const frame = { classes, pixels, logits, labels };
  return {
    logits,
    hear(departure) {
      predictInto(truth, departure, logits);
      return voices.map(({ id, loss, parameters }, k) => {
        const own = buffers[k]!;
        const { value } = evaluateWithGradient(lossOf(loss), frame, { parameters }, own);
        return {
          row: id,
          value,
          toLogits: own.logits,
          toProbabilities: own.probabilities,
          logitShares: listens(own.logits, labels, classes),
          probabilityShares: listens(own.probabilities, labels, classes),
        };
      });
    },
  };
}

/** The strength of a gradient at each pixel, Σ over the channels of its absolute value, divided by the largest. */
export function strength(gradient: Float64Array, classes: number): Float64Array {
  const n = gradient.length / classes;
  const out = new Float64Array(n);
  let top = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += Math.abs(gradient[c * n + i]!);
    out[i] = sum;
    if (sum > top) top = sum;
  }
  if (top > 0) for (let i = 0; i < n; i++) out[i]! /= top;
  return out;
}

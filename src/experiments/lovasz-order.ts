import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { probability } from "./linear.ts";
import type { Truth } from "./prediction.ts";

/** One pixel in the order in which the Lovász extension takes them. */
export interface SortedError {
  readonly pixel: number;
  readonly error: number;
  /** Whether the pixel is of the class: its error is then a miss, else a stray. */
  readonly inside: boolean;
  /** What this pixel adds to the Jaccard loss when it goes wrong after those before it: the weight of its error. */
  readonly adds: number;
}

/**
 * The sort inside Lovász-Softmax for class c: errors in decreasing order, ties in pixel order. The class's loss is the
 * sum of error times `adds`; over the whole frame `adds` sums to 1. The first `top` pixels are returned.
 */
export function sortedErrors(
  { labels, classes }: Truth,
  logits: Float64Array,
  c: number,
  top: number,
): SortedError[] {
  const p = probability(logits, classes, c);
  const error = p.map((value, i) => (labels[i] === c ? 1 - value : value));
  // Only pixels that can be among the first are put in order: a sort of plain numbers is many times faster.
  const least = error.slice().sort()[Math.max(0, error.length - top)] ?? 0;
  const order = Uint32Array.from([...error.keys()].filter((i) => error[i]! >= least)).sort(
    (a, b) => error[b]! - error[a]! || a - b,
  );
  let volume = 0;
  for (const label of labels) if (label === c) volume += 1;
  let missed = 0;
  let stray = 0;
  return Array.from(order.subarray(0, top), (pixel) => {
    const inside = labels[pixel] === c;
    const adds = inside
      ? lovaszSoftmax.ofMiss(missed, stray, volume)
      : lovaszSoftmax.ofStray(missed, stray, volume);
    if (inside) missed += 1;
    else stray += 1;
    return { pixel, error: error[pixel]!, inside, adds };
  });
}

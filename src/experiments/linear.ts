import { exp } from "../numerics/exp.ts";
import type { Samples } from "./logs.ts";

/**
 * A linear classifier: C rows of one weight a feature and a last one for the constant, row-major.
 * Softmax sees differences of scores only, so scores are given relative to class 0, whose plane is always 0.
 */
export type Weights = Float64Array;

/** The features come in blocks of eight, which is what keeps the two loops below fast; there are sixteen. */
const block = 8;

/** Scores of each class relative to class 0, channel-first, written into `out` (C·count). */
export function scoresInto(weights: Weights, { features: x, count: n, classes }: Samples, out: Float64Array) {
  const size = weights.length / classes;
  const w = new Float64Array(size);
  for (let c = 1; c < classes; c++) {
    for (let k = 0; k < size; k++) w[k] = weights[c * size + k]! - weights[k]!;
    const z = out.subarray(c * n, (c + 1) * n);
    z.fill(w[size - 1]!);
    for (let k = 0; k + block < size; k += block) {
      const w0 = w[k]!;
      const w1 = w[k + 1]!;
      const w2 = w[k + 2]!;
      const w3 = w[k + 3]!;
      const w4 = w[k + 4]!;
      const w5 = w[k + 5]!;
      const w6 = w[k + 6]!;
      const w7 = w[k + 7]!;
      for (let i = 0, j = k * n; i < n; i++, j++)
        z[i]! +=
          w0 * x[j]! +
          w1 * x[j + n]! +
          w2 * x[j + 2 * n]! +
          w3 * x[j + 3 * n]! +
          w4 * x[j + 4 * n]! +
          w5 * x[j + 5 * n]! +
          w6 * x[j + 6 * n]! +
          w7 * x[j + 7 * n]!;
    }
  }
}

/**
 * The gradient of the loss to the weights, from its gradient `dz` to the scores (channel-first, C·count).
 * The gradients of a pixel add up to zero over the classes, so that class 0 gets what the others leave.
 */
export function weightGradientInto(
  dz: Float64Array,
  { features: x, count: n, classes }: Samples,
  out: Weights,
) {
  const size = out.length / classes;
  out.fill(0);
  for (let c = 1; c < classes; c++) {
    const d = dz.subarray(c * n, (c + 1) * n);
    for (let k = 0; k + 4 < size; k += 4) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let i = 0, j = k * n; i < n; i++, j++) {
        const e = d[i]!;
        s0 += e * x[j]!;
        s1 += e * x[j + n]!;
        s2 += e * x[j + 2 * n]!;
        s3 += e * x[j + 3 * n]!;
      }
      out.set([s0, s1, s2, s3], c * size + k);
    }
    let constant = 0;
    for (let i = 0; i < n; i++) constant += d[i]!;
    out[c * size + size - 1] = constant;
    for (let k = 0; k < size; k++) out[k]! -= out[c * size + k]!;
  }
}

/** The class of the highest score of each pixel, the first of equals; `shift` is taken from the background's score. */
export function classesOf(z: Float64Array, classes: number, shift = 0): Uint8Array {
  const n = z.length / classes;
  const out = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    let best = z[i]! - shift;
    for (let c = 1; c < classes; c++)
      if (z[c * n + i]! > best) {
        best = z[c * n + i]!;
        out[i] = c;
      }
  }
  return out;
}

/** The likeliest class beside the background at each pixel, the first of equals, and how likely it is. */
export function likeliest(
  z: Float64Array,
  classes: number,
): { readonly of: Uint8Array; readonly p: Float64Array } {
  const n = z.length / classes;
  const of = new Uint8Array(n);
  const p = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let best = 1;
    for (let k = 2; k < classes; k++) if (z[k * n + i]! > z[best * n + i]!) best = k;
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += exp(z[k * n + i]! - z[best * n + i]!);
    of[i] = best;
    p[i] = 1 / sum;
  }
  return { of, p };
}

/** The softmax probability of class c at each pixel; `shift` is taken from the background's score. */
export function probability(z: Float64Array, classes: number, c: number, shift = 0): Float64Array {
  const n = z.length / classes;
  const p = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const own = z[c * n + i]! - (c === 0 ? shift : 0);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += exp(z[k * n + i]! - (k === 0 ? shift : 0) - own);
    p[i] = 1 / sum;
  }
  return p;
}

import { exp } from "../../numerics/exp.ts";
import type { Numbers } from "../loss.ts";
import type { Plain } from "./plain.ts";
import { areFinite, backwardOfThree, overflowing, ratiosOfThree, scaleOfThree } from "./three.ts";

/** So many pixels are taken at a time, so that what is held of them between two passes stays in the nearest cache. */
export const stretch = 512;

/** What passes hand on of a stretch: Σ e over the classes that are not the true one, and what `scale` makes use of. */
export const rests = new Float64Array(stretch);
export const factors = new Float64Array(stretch);
export const owns = new Float64Array(stretch);

/**
 * The softmax of pixels [from, to) of image b relative to their true class: e_c = exp(z_c − z_true) of the other
 * classes into `m`, no digit lost by a subtraction, and their sums to `rests`. Returns false where a logit is not
 * finite or a label is no class: the general path then names the place.
 */
export function ratiosInto(frame: Plain, b: number, from: number, to: number, m: Numbers): boolean {
  const { classes, pixels, logits, labels } = frame;
  if (classes === 3) return ratiosOfThree(frame, b, from, to, m, rests);
  for (let i = from; i < to; i++) {
    const truth = labels[b * pixels + i]!;
    if (!(truth >= 0 && truth < classes && Number.isInteger(truth))) return false;
    const at = b * classes * pixels + i;
    const own = logits[at + truth * pixels]!;
    let rest = 0;
    for (let c = 0; c < classes; c++) {
      if (c === truth) continue;
      const away = logits[at + c * pixels]! - own;
      const e = exp(away);
      // Beside a sum that is infinite or no number, this is all that a logit which is not finite can lead to.
      if (e === 0 && away === Number.NEGATIVE_INFINITY) return false;
      m[at + c * pixels] = e;
      rest += e;
    }
    if (!(rest <= overflowing) && !areFinite(logits, classes, pixels, at)) return false;
    rests[i - from] = rest;
  }
  return true;
}

/** From e and its sum to what passes hand on: the others' entries in `m` times `factors`, the true class's `owns`. */
export function scale(frame: Plain, b: number, from: number, to: number, m: Numbers) {
  const { classes, pixels, labels } = frame;
  if (classes === 3) return scaleOfThree(frame, b, from, to, m, factors, owns);
  for (let i = from; i < to; i++) {
    const truth = labels[b * pixels + i]!;
    const at = b * classes * pixels + i;
    for (let c = 0; c < classes; c++) {
      m[at + c * pixels] = c === truth ? owns[i - from]! : m[at + c * pixels]! * factors[i - from]!;
    }
  }
}

/**
 * Every pixel's errors into `m`, (B, C, N): what the true class lacks to 1, Σe / (1 + Σe), and what the other classes
 * were given, e_c / (1 + Σe). Returns false as `ratiosInto`.
 */
export function errorsInto(frame: Plain, m: Numbers): boolean {
  const { batch, classes, pixels, logits } = frame;
  for (let b = 0; b < batch; b++) {
    for (let from = 0; from < pixels; from += stretch) {
      const to = Math.min(pixels, from + stretch);
      if (!ratiosInto(frame, b, from, to, m)) return false;
      if (!divide(to - from)) {
        for (let n = 0; n < to - from; n++) {
          if (rests[n]! <= overflowing) continue;
          farInto(logits, classes, pixels, b * classes * pixels + from + n, m);
          factors[n] = 1;
          owns[n] = 1;
        }
      }
      scale(frame, b, from, to, m);
    }
  }
  return true;
}

/** From sums to errors: what the others' e is to be multiplied by, and the true class's own. False if one is too far. */
function divide(count: number): boolean {
  let near = true;
  for (let n = 0; n < count; n++) {
    const rest = rests[n]!;
    const p = 1 / (1 + rest);
    factors[n] = p;
    owns[n] = rest * p;
    if (rest > overflowing) near = false;
  }
  return near;
}

/** One pixel's softmax relative to its largest logit, for a true class that lies more than 690 below it. */
export function farInto(logits: Numbers, classes: number, pixels: number, at: number, p: Numbers): number {
  let max = logits[at]!;
  for (let c = 1; c < classes; c++) max = Math.max(max, logits[at + c * pixels]!);
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const e = exp(logits[at + c * pixels]! - max);
    p[at + c * pixels] = e;
    sum += e;
  }
  for (let c = 0; c < classes; c++) p[at + c * pixels]! /= sum;
  return max;
}

/**
 * From errors to the gradient, in place, for slopes to p that only depend on class and side:
 * dz_c = p_c (s_c − Σ_k s_k p_k); the true class takes the negative sum of the others, which keeps its digits.
 */
export function backward(frame: Plain, on: Float64Array, off: Float64Array, m: Numbers) {
  const { batch, classes, pixels, labels } = frame;
  if (classes === 3) return backwardOfThree(frame, on, off, m);
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      const at = b * classes * pixels + i;
      let mean = (1 - m[at + truth * pixels]!) * on[truth]!;
      for (let c = 0; c < classes; c++) if (c !== truth) mean += m[at + c * pixels]! * off[c]!;
      let others = 0;
      for (let c = 0; c < classes; c++) {
        if (c === truth) continue;
        const slope = m[at + c * pixels]! * (off[c]! - mean);
        m[at + c * pixels] = slope;
        others += slope;
      }
      m[at + truth * pixels] = -others;
    }
  }
}

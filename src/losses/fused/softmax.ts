import { exp } from "../../numerics/exp.ts";
import type { Numbers } from "../loss.ts";
import type { Plain } from "./plain.ts";

/**
 * Every pixel's errors into `m`, (B, C, N): what the true class lacks to 1, and what the other classes were given.
 * With e_c = exp(z_c − z_true) the errors are e_c / (1 + Σe) and Σe / (1 + Σe), no digit lost by a subtraction.
 * Returns false where a logit is not finite or a label is no class: the general path then names the place.
 */
export function errorsInto({ batch, classes, pixels, logits, labels }: Plain, m: Numbers): boolean {
  let watch = 0;
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      if (!(truth >= 0 && truth < classes && Number.isInteger(truth))) return false;
      const at = b * classes * pixels + i;
      const own = logits[at + truth * pixels]!;
      watch += own * 0;
      let rest = 0;
      for (let c = 0; c < classes; c++) {
        if (c === truth) continue;
        const z = logits[at + c * pixels]!;
        watch += z * 0;
        const e = exp(z - own);
        m[at + c * pixels] = e;
        rest += e;
      }
      if (rest > 1e300) {
        farInto(logits, classes, pixels, at, m);
        m[at + truth * pixels] = 1;
        continue;
      }
      const p = 1 / (1 + rest);
      for (let c = 0; c < classes; c++) m[at + c * pixels] = (c === truth ? rest : m[at + c * pixels]!) * p;
    }
  }
  return watch === 0;
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
export function backward(
  { batch, classes, pixels, labels }: Plain,
  on: Float64Array,
  off: Float64Array,
  m: Numbers,
) {
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

import { exp } from "../../numerics/exp.ts";
import type { Numbers } from "../loss.ts";
import type { Plain } from "./plain.ts";

/**
 * The softmax of every pixel into `p`, (B, C, N), each pixel relative to its true class: with e_c = exp(z_c − z_true),
 * the others' sum is what p of the true class lacks, without a subtraction, and that exponential need not be taken.
 * Returns false where a logit is not finite or a label is no class: the general path then names the place.
 */
export function softmaxInto({ batch, classes, pixels, logits, labels }: Plain, p: Numbers): boolean {
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
        p[at + c * pixels] = e;
        rest += e;
      }
      if (rest > 1e300) {
        farInto(logits, classes, pixels, at, p);
        continue;
      }
      const inverse = 1 / (1 + rest);
      for (let c = 0; c < classes; c++)
        p[at + c * pixels] = (c === truth ? 1 : p[at + c * pixels]!) * inverse;
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
 * Leads slopes to p back to the logits, in place: `p` holds probabilities and becomes dz_c = p_c (s_c − Σ_k s_k p_k).
 * The true class takes the negative sum of the others, which is the same and keeps its digits where p is near 1.
 */
export function backward(
  { batch, classes, pixels, labels }: Plain,
  on: Float64Array,
  off: Float64Array,
  p: Numbers,
) {
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      const at = b * classes * pixels + i;
      let mean = 0;
      for (let c = 0; c < classes; c++) mean += p[at + c * pixels]! * (c === truth ? on[c]! : off[c]!);
      let others = 0;
      for (let c = 0; c < classes; c++) {
        if (c === truth) continue;
        const slope = p[at + c * pixels]! * (off[c]! - mean);
        p[at + c * pixels] = slope;
        others += slope;
      }
      p[at + truth * pixels] = -others;
    }
  }
}

import { exp } from "../../numerics/exp.ts";
import type { Numbers } from "../loss.ts";
import type { Plain } from "./plain.ts";

/** A sum of exponentials beyond this may overflow: such pixels are taken relative to their largest logit. */
export const overflowing = 1e300;

/** Whether all of one pixel's logits are finite. */
export function areFinite(logits: Numbers, classes: number, pixels: number, at: number): boolean {
  for (let c = 0; c < classes; c++) if (!Number.isFinite(logits[at + c * pixels]!)) return false;
  return true;
}

/** The first and the last of 0, 1, 2 that is not `truth`; by arithmetic, since a rare class misleads a branch. */
export const firstOther = (truth: number) => (2 - truth) >> 1;
export const lastOther = (truth: number) => 2 - (truth >> 1);

/*
 * The passes of softmax.ts for three classes, the same bits in half the time: the two classes that are not the true
 * one are named instead of looked for in a loop. Three is what the site itself has, background and two curves.
 */
export function ratiosOfThree(
  { pixels, logits, labels }: Plain,
  b: number,
  from: number,
  to: number,
  m: Numbers,
  rests: Float64Array,
): boolean {
  for (let i = from; i < to; i++) {
    const truth = labels[b * pixels + i]!;
    if (!(truth === 0 || truth === 1 || truth === 2)) return false;
    const at = 3 * b * pixels + i;
    const first = at + firstOther(truth) * pixels;
    const last = at + lastOther(truth) * pixels;
    const own = logits[at + truth * pixels]!;
    const awayFirst = logits[first]! - own;
    const awayLast = logits[last]! - own;
    const one = exp(awayFirst);
    const other = exp(awayLast);
    if (one === 0 && awayFirst === Number.NEGATIVE_INFINITY) return false;
    if (other === 0 && awayLast === Number.NEGATIVE_INFINITY) return false;
    const rest = one + other;
    if (!(rest <= overflowing) && !areFinite(logits, 3, pixels, at)) return false;
    m[first] = one;
    m[last] = other;
    rests[i - from] = rest;
  }
  return true;
}

export function scaleOfThree(
  { pixels, labels }: Plain,
  b: number,
  from: number,
  to: number,
  m: Numbers,
  factors: Float64Array,
  owns: Float64Array,
) {
  for (let i = from; i < to; i++) {
    const truth = labels[b * pixels + i]!;
    const at = 3 * b * pixels + i;
    const first = at + firstOther(truth) * pixels;
    const last = at + lastOther(truth) * pixels;
    const factor = factors[i - from]!;
    m[first] = m[first]! * factor;
    m[last] = m[last]! * factor;
    m[at + truth * pixels] = owns[i - from]!;
  }
}

export function backwardOfThree(
  { batch, pixels, labels }: Plain,
  on: Float64Array,
  off: Float64Array,
  m: Numbers,
) {
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      const at = 3 * b * pixels + i;
      const first = at + firstOther(truth) * pixels;
      const last = at + lastOther(truth) * pixels;
      const own = at + truth * pixels;
      const one = m[first]!;
      const other = m[last]!;
      const offFirst = off[firstOther(truth)]!;
      const offLast = off[lastOther(truth)]!;
      const mean = (1 - m[own]!) * on[truth]! + one * offFirst + other * offLast;
      const slopeFirst = one * (offFirst - mean);
      const slopeLast = other * (offLast - mean);
      m[first] = slopeFirst;
      m[last] = slopeLast;
      // A sum begins at 0, not −0, so that even the sign of nothing is that of the loop.
      m[own] = -(0 + slopeFirst + slopeLast);
    }
  }
}

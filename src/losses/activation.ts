import { exp } from "../numerics/exp.ts";
import { log, log1p } from "../numerics/log.ts";
import type { Convention } from "./convention.ts";
import type { Checked } from "./frame.ts";
import type { Numbers } from "./loss.ts";

/**
 * Probabilities of a frame, what they lack to 1 and, where a loss asks for them, the logarithms of both; (B, C, N).
 * None is computed from another where that would lose digits: at a logit of 40, q is 4e-18 and not 0.
 */
export interface Activated {
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly logP: Float64Array;
  readonly logQ: Float64Array;
}

export function activate(frame: Checked, convention: Convention): Activated {
  const size = frame.scores.length;
  const out = {
    p: new Float64Array(size),
    q: new Float64Array(size),
    logP: new Float64Array(size),
    logQ: new Float64Array(size),
  };
  if (frame.link === "softmax") softmax(frame, out);
  else if (frame.link === "sigmoid") sigmoid(frame.scores, out);
  else given(frame, convention, out);
  return out;
}

function softmax({ batch, classes, pixels, first, scores }: Checked, { p, q, logP, logQ }: Activated) {
  const e = new Float64Array(classes);
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const at = b * classes * pixels + i;
      let top = first;
      for (let c = first + 1; c < classes; c++) {
        if (scores[at + c * pixels]! > scores[at + top * pixels]!) top = c;
      }
      const max = scores[at + top * pixels]!;
      let rest = 0;
      for (let c = first; c < classes; c++) {
        e[c] = exp(scores[at + c * pixels]! - max);
        if (c !== top) rest += e[c]!;
      }
      const sum = 1 + rest;
      const logSum = log1p(rest);
      for (let c = first; c < classes; c++) {
        const k = at + c * pixels;
        let others = 0;
        for (let d = first; d < classes; d++) if (d !== c) others += e[d]!;
        p[k] = e[c]! / sum;
        q[k] = others / sum;
        logP[k] = scores[k]! - max - logSum;
        logQ[k] = log(q[k]!);
      }
    }
  }
}

function sigmoid(scores: Numbers, { p, q, logP, logQ }: Activated) {
  for (let k = 0; k < scores.length; k++) {
    const z = scores[k]!;
    const small = exp(z < 0 ? z : -z);
    const logSum = log1p(small);
    const large = 1 / (1 + small);
    p[k] = z < 0 ? small * large : large;
    q[k] = z < 0 ? large : small * large;
    logP[k] = (z < 0 ? z : 0) - logSum;
    logQ[k] = (z < 0 ? 0 : -z) - logSum;
  }
}

function given(frame: Checked, { normalise, clip }: Convention, { p, q, logP, logQ }: Activated) {
  const { scores, classes, pixels } = frame;
  for (let k = 0; k < scores.length; k++) {
    const sum = normalise === "yes" && frame.exclusive ? sumOver(scores, k, classes, pixels) : 1;
    p[k] = sum > 0 ? Math.min(Math.max(scores[k]! / sum, clip), 1 - clip) : clip;
    q[k] = 1 - p[k]!;
    logP[k] = log(p[k]!);
    logQ[k] = log1p(-p[k]!);
  }
}

/** The sum over the channels at the pixel of entry k. */
export function sumOver(values: Numbers, k: number, classes: number, pixels: number): number {
  const start = k - (Math.floor(k / pixels) % classes) * pixels;
  let sum = 0;
  for (let c = 0; c < classes; c++) sum += values[start + c * pixels]!;
  return sum;
}

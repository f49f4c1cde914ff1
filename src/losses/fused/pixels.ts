import { exp } from "../../numerics/exp.ts";
import { log, log1p } from "../../numerics/log.ts";
import type { Numbers, Parameters, PixelLoss } from "../loss.ts";
import type { Plain } from "./plain.ts";
import { farInto } from "./softmax.ts";

/** Value and gradient of a loss over pixels in one pass; NaN where a logit is not finite or a label is no class. */
export function fusedPixels(
  loss: PixelLoss,
  parameters: Parameters,
  frame: Plain,
  out: Numbers,
  toP?: Numbers,
): number {
  const { batch, classes, pixels, logits, labels } = frame;
  const { positive, negative } = loss.balance?.(parameters) ?? { positive: 1, negative: 1 };
  const share = 1 / (batch * pixels);
  let sum = 0;
  let watch = 0;
  toP?.fill(0);
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      if (!(truth >= 0 && truth < classes && Number.isInteger(truth))) return Number.NaN;
      const at = b * classes * pixels + i;
      const own = logits[at + truth * pixels]!;
      watch += own * 0;
      // Relative to the true class: the others' sum gives q and log p without a subtraction.
      let rest = 0;
      for (let c = 0; c < classes; c++) {
        if (c === truth) continue;
        const z = logits[at + c * pixels]!;
        watch += z * 0;
        const e = exp(z - own);
        out[at + c * pixels] = e;
        rest += e;
      }
      const weight = truth > 0 ? positive : negative;
      if (rest > 1e300) {
        sum += weight * far(loss, parameters, frame, at, truth, weight * share, out, toP);
        continue;
      }
      const p = 1 / (1 + rest);
      const q = rest * p;
      const logP = -log1p(rest);
      sum += weight * loss.value(logP, q, parameters);
      const slope = weight * share * loss.slope(logP, q, parameters);
      if (toP) toP[at + truth * pixels] = slope * (1 + rest);
      for (let c = 0; c < classes; c++) {
        out[at + c * pixels] = c === truth ? slope * q : -slope * p * out[at + c * pixels]!;
      }
    }
  }
  return watch === 0 ? sum * share : Number.NaN;
}

/** A pixel whose true class lies so far below that exp(z − z_true) would overflow. */
function far(
  loss: PixelLoss,
  parameters: Parameters,
  { classes, pixels, logits }: Plain,
  at: number,
  truth: number,
  share: number,
  out: Numbers,
  toP?: Numbers,
): number {
  const max = farInto(logits, classes, pixels, at, out);
  let [q, top] = [0, 0];
  for (let c = 0; c < classes; c++) {
    q += c === truth ? 0 : out[at + c * pixels]!;
    top += exp(logits[at + c * pixels]! - max);
  }
  const logP = logits[at + truth * pixels]! - max - log(top);
  const slope = share * loss.slope(logP, q, parameters);
  if (toP) toP[at + truth * pixels] = slope === 0 ? 0 : slope / out[at + truth * pixels]!;
  for (let c = 0; c < classes; c++) {
    out[at + c * pixels] = c === truth ? slope * q : -slope * out[at + c * pixels]!;
  }
  return loss.value(logP, q, parameters);
}

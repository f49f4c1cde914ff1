import { exp } from "../../numerics/exp.ts";
import { log, log1p } from "../../numerics/log.ts";
import type { Numbers, Parameters, PixelLoss } from "../loss.ts";
import type { Plain } from "./plain.ts";
import { factors, farInto, owns, ratiosInto, rests, scale, stretch } from "./softmax.ts";
import { overflowing } from "./three.ts";

/** Of a stretch: log (1 + Σe), which is −log p; and what the record says of each pixel. */
const logs = new Float64Array(stretch);
const values = new Float64Array(stretch);
const slopes = new Float64Array(stretch);

/** Value and gradient of a loss over pixels; NaN where a logit is not finite or a label is no class. */
export function fusedPixels(
  loss: PixelLoss,
  parameters: Parameters,
  frame: Plain,
  out: Numbers,
  toP?: Numbers,
): number {
  const { batch, classes, pixels, labels } = frame;
  const { positive, negative } = loss.balance?.(parameters) ?? { positive: 1, negative: 1 };
  const weights = new Float64Array(classes).fill(positive).fill(negative, 0, 1);
  // Asking the record for each pixel costs more than cross-entropy's own arithmetic, whose answers are −log p and −1.
  const plain = loss.power?.(parameters) === 0;
  const share = 1 / (batch * pixels);
  let sum = 0;
  toP?.fill(0);
  for (let b = 0; b < batch; b++) {
    for (let from = 0; from < pixels; from += stretch) {
      const to = Math.min(pixels, from + stretch);
      if (!ratiosInto(frame, b, from, to, out)) return Number.NaN;
      const near = logsInto(to - from);
      if (plain) {
        values.set(logs);
        slopes.fill(-1);
      } else ask(loss, parameters, to - from);
      if (toP) toProbabilities(frame, b, from, to, weights, share, toP);
      if (!near)
        eachFar(frame, b, from, to, (at, truth, n) => {
          values[n] = far(loss, parameters, frame, at, truth, weights[truth]! * share, out, toP);
        });
      sum = settle(labels, b * pixels + from, to - from, weights, share, sum);
      // What a far pixel has in `out` is its gradient already.
      if (!near)
        eachFar(frame, b, from, to, (at, truth, n) => {
          factors[n] = 1;
          owns[n] = out[at + truth * pixels]!;
        });
      scale(frame, b, from, to, out);
    }
  }
  return sum * share;
}

/** Adds the terms, and gives what the gradient is made of. Its loop takes longer inside a larger function. */
function settle(
  labels: ArrayLike<number>,
  at: number,
  count: number,
  weights: Float64Array,
  share: number,
  before: number,
): number {
  let sum = before;
  for (let n = 0; n < count; n++) {
    const weight = weights[labels[at + n]!]!;
    const rest = rests[n]!;
    const p = 1 / (1 + rest);
    const slope = weight * share * slopes[n]!;
    sum += weight * values[n]!;
    factors[n] = -slope * p;
    owns[n] = slope * (rest * p);
  }
  return sum;
}

/** What the record says of each pixel. */
function ask(loss: PixelLoss, parameters: Parameters, count: number) {
  for (let n = 0; n < count; n++) {
    const rest = rests[n]!;
    const q = rest * (1 / (1 + rest));
    values[n] = loss.value(-logs[n]!, q, parameters);
    slopes[n] = loss.slope(-logs[n]!, q, parameters);
  }
}

/** Whether no pixel is too far off for these logarithms. */
function logsInto(count: number): boolean {
  let near = true;
  for (let n = 0; n < count; n++) {
    const rest = rests[n]!;
    if (rest > overflowing) near = false;
    logs[n] = log1p(rest);
  }
  return near;
}

function toProbabilities(
  { classes, pixels, labels }: Plain,
  b: number,
  from: number,
  to: number,
  weights: Float64Array,
  share: number,
  toP: Numbers,
) {
  for (let n = 0; n < to - from; n++) {
    const truth = labels[b * pixels + from + n]!;
    const slope = weights[truth]! * share * slopes[n]!;
    toP[(b * classes + truth) * pixels + from + n] = slope * (1 + rests[n]!);
  }
}

function eachFar(
  { classes, pixels, labels }: Plain,
  b: number,
  from: number,
  to: number,
  visit: (at: number, truth: number, n: number) => void,
) {
  for (let n = 0; n < to - from; n++) {
    if (rests[n]! > overflowing) {
      visit(b * classes * pixels + from + n, labels[b * pixels + from + n]!, n);
    }
  }
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

import type { Activated } from "./activation.ts";
import { sumOver } from "./activation.ts";
import type { Convention } from "./convention.ts";
import type { Checked } from "./frame.ts";
import type { Numbers } from "./loss.ts";
import type { Outcome } from "./reduction.ts";

/** Leads a kernel's slopes through the activation to the logits. */
export function toLogits(frame: Checked, activated: Activated, outcome: Outcome, out: Numbers) {
  if (frame.link === "none") throw new RangeError("buffers.logits: the frame holds probabilities, no logits");
  checkLength(frame, out, "logits");
  if (outcome.to === "logits") out.set(outcome.slopes);
  else if (frame.link === "sigmoid") sigmoid(activated, outcome, out);
  else softmax(frame, activated, outcome, out);
}

/** The slopes to the probabilities; for probabilities given, through their clipping and their division by the sum. */
export function toProbabilities(
  frame: Checked,
  { p, q }: Activated,
  { slopes, slopesQ, to }: Outcome,
  { clip, normalise }: Convention,
  out: Numbers,
) {
  checkLength(frame, out, "probabilities");
  if (to === "logits") throw new RangeError("buffers.probabilities: the Lovász hinge knows no probabilities");
  const given = frame.link === "none";
  for (let k = 0; k < p.length; k++) {
    let slope = slopes[k]!;
    if (to === "log") slope = (slope === 0 ? 0 : slope / p[k]!) - (slopesQ?.[k] ? slopesQ[k]! / q[k]! : 0);
    out[k] = given && clip > 0 && (p[k] === clip || p[k] === 1 - clip) ? 0 : slope;
  }
  if (!(given && normalise === "yes" && frame.exclusive)) return;
  const { classes, pixels, scores } = frame;
  for (let k = 0; k < p.length; k++) {
    if (Math.floor(k / pixels) % classes !== 0) continue;
    const sum = sumOver(scores, k, classes, pixels);
    let inner = 0;
    for (let c = 0; c < classes; c++) inner += (out[k + c * pixels]! * scores[k + c * pixels]!) / sum;
    for (let c = 0; c < classes; c++)
      out[k + c * pixels] = sum === 0 ? 0 : (out[k + c * pixels]! - inner) / sum;
  }
}

function sigmoid({ p, q }: Activated, { slopes, slopesQ, to }: Outcome, out: Numbers) {
  for (let k = 0; k < p.length; k++) {
    out[k] = to === "log" ? slopes[k]! * q[k]! - (slopesQ?.[k] ?? 0) * p[k]! : slopes[k]! * p[k]! * q[k]!;
  }
}

/** dz_j = p_j (s_j q_j − Σ_{k≠j} s_k p_k) for slopes s to p, and s_j q_j − p_j Σ_{k≠j} s_k for slopes to log p. */
function softmax(
  { batch, classes, pixels, first }: Checked,
  { p, q }: Activated,
  { slopes, to }: Outcome,
  out: Numbers,
) {
  const inLog = to === "log";
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const at = b * classes * pixels + i;
      for (let c = 0; c < first; c++) out[at + c * pixels] = 0;
      for (let c = first; c < classes; c++) {
        const k = at + c * pixels;
        let others = 0;
        for (let d = first; d < classes; d++) {
          const other = at + d * pixels;
          if (d !== c) others += inLog ? slopes[other]! : slopes[other]! * p[other]!;
        }
        out[k] = inLog ? slopes[k]! * q[k]! - p[k]! * others : p[k]! * (slopes[k]! * q[k]! - others);
      }
    }
  }
}

function checkLength(frame: Checked, out: Numbers, name: string) {
  if (out.length !== frame.scores.length) {
    throw new RangeError(`buffers.${name}: ${out.length} values; ${frame.scores.length} are needed`);
  }
}

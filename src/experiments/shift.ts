import { scoresOf } from "../metrics/scores.ts";

/** Shifts tried: −4 … 12 in sixteenths, exact in binary. */
const first = -4;
const count = 257;
const pitch = 1 / 16;

/**
 * The one number that, taken from the background's score, gives the highest mean F1 of the curves on these pixels; the
 * smallest of equals. This is what "cross-entropy with a tuned threshold" means here. Each pixel leaves the background
 * at a shift of its own, so that one pass over pixels and one over shifts do for all of them.
 */
export function bestShift(z: Float64Array, labels: Uint8Array, classes: number): number {
  const n = labels.length;
  const volume = new Float64Array(classes);
  // hits[c][s], strays[c][s]: pixels that become class c when the shift rises to step s, by whether they are of c.
  const table = () => Array.from({ length: classes }, () => new Float64Array(count + 1));
  const hits = table();
  const strays = table();
  for (let i = 0; i < n; i++) {
    volume[labels[i]!]! += 1;
    let curve = 1;
    for (let c = 2; c < classes; c++) if (z[c * n + i]! > z[curve * n + i]!) curve = c;
    // The class must be strictly above the background, as in classesOf.
    const step = Math.floor((z[i]! - z[curve * n + i]! - first) / pitch) + 1;
    (labels[i] === curve ? hits : strays)[curve]![Math.min(count, Math.max(0, step))]! += 1;
  }
  let best = 0;
  let highest = -1;
  const tp = new Float64Array(classes);
  const fp = new Float64Array(classes);
  for (let s = 0; s < count; s++) {
    let sum = 0;
    for (let c = 1; c < classes; c++) {
      tp[c]! += hits[c]![s]!;
      fp[c]! += strays[c]![s]!;
      sum += scoresOf({ tp: tp[c]!, fp: fp[c]!, fn: volume[c]! - tp[c]! }).f1;
    }
    if (sum > highest) {
      highest = sum;
      best = first + s * pitch;
    }
  }
  return best;
}

import type { Convention } from "../convention.ts";
import { countedOf } from "../frame.ts";
import type { ErrorLoss, Numbers } from "../loss.ts";
import { classShares } from "../reduction.ts";
import type { Plain } from "./plain.ts";
import { errorsInto } from "./softmax.ts";

/**
 * A loss over sorted errors without the sort: errors fall into equal buckets of 0..1, and those of a bucket weigh as
 * if tied, the class's own first. The gradient is exact for errors moved by at most half a bucket; the value, taken
 * at the true errors, is below the exact one by at most one bucket's width, for the extension is convex and grows no
 * faster than the largest error. Much less in practice: neighbours in a bucket weigh almost alike.
 */
export function bucketedErrors(
  loss: ErrorLoss,
  frame: Plain,
  convention: Convention,
  buckets: number,
  out: Numbers,
): number {
  if (!(Number.isInteger(buckets) && buckets > 0))
    throw new RangeError(`buckets: ${buckets} is no positive integer`);
  if (!errorsInto(frame, out)) return Number.NaN;
  const { classes } = frame;
  const on = new Float64Array(classes * buckets);
  const off = new Float64Array(classes * buckets);
  countInto(frame, buckets, out, on, off);
  const volumes = Array.from({ length: classes }, (_, c) =>
    on.subarray(c * buckets, (c + 1) * buckets).reduce((a, b) => a + b, 0),
  );
  const used = countedOf(classes, convention).filter(
    (c) => volumes[c]! > 0 || convention.absentClass !== "skip",
  );
  const weights = used.map(() => 1);
  const shares = classShares(weights, convention, convention.classReduction !== "sum");
  let constant = 0;
  for (let c = 0; c < classes; c++) {
    const n = used.indexOf(c);
    const ruled = n >= 0 && volumes[c] === 0 && convention.absentClass !== "formula";
    if (ruled && convention.absentClass === "one") constant += shares[n]!;
    const part = [on, off].map((counts) => counts.subarray(c * buckets, (c + 1) * buckets));
    weighInto(loss, volumes[c]!, n < 0 || ruled ? 0 : shares[n]!, part[0]!, part[1]!);
  }
  return constant + lead(frame, buckets, on, off, out);
}

function countInto(
  { batch, classes, pixels, labels }: Plain,
  buckets: number,
  m: Numbers,
  on: Float64Array,
  off: Float64Array,
) {
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      const at = b * classes * pixels + i;
      for (let c = 0; c < classes; c++) {
        const slot = c * buckets + Math.min(buckets - 1, Math.floor(m[at + c * pixels]! * buckets));
        if (c === truth) on[slot]! += 1;
        else off[slot]! += 1;
      }
    }
  }
}

/** From how many errors of a class are in each bucket to what one of them weighs, on the class and off it. */
function weighInto(loss: ErrorLoss, volume: number, share: number, on: Float64Array, off: Float64Array) {
  let [missed, stray] = [0, 0];
  for (let bucket = on.length - 1; bucket >= 0; bucket--) {
    const [ins, outs] = [on[bucket]!, off[bucket]!];
    on[bucket] = ins === 0 ? 0 : share * loss.ofMiss(missed, stray, volume);
    missed += ins;
    const gain = loss.ofSet(missed, stray + outs, volume) - loss.ofSet(missed, stray, volume);
    off[bucket] = outs === 0 ? 0 : (share * gain) / outs;
    stray += outs;
  }
}

/** The sum of errors times their weights, and in place from errors to the gradient. */
function lead(frame: Plain, buckets: number, on: Float64Array, off: Float64Array, m: Numbers): number {
  const { batch, classes, pixels, labels } = frame;
  const slopes = new Float64Array(classes);
  let value = 0;
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      const at = b * classes * pixels + i;
      let mean = 0;
      for (let c = 0; c < classes; c++) {
        const error = m[at + c * pixels]!;
        const slot = c * buckets + Math.min(buckets - 1, Math.floor(error * buckets));
        const slope = c === truth ? -on[slot]! : off[slot]!;
        slopes[c] = slope;
        value += Math.abs(slope) * error;
        mean += slope * (c === truth ? 1 - error : error);
      }
      let others = 0;
      for (let c = 0; c < classes; c++) {
        if (c === truth) continue;
        const slope = m[at + c * pixels]! * (slopes[c]! - mean);
        m[at + c * pixels] = slope;
        others += slope;
      }
      m[at + truth * pixels] = -others;
    }
  }
  return value;
}

import type { Convention } from "../convention.ts";
import type { ClassCounts } from "../counts.ts";
import { countedOf } from "../frame.ts";
import type { Numbers, OverlapLoss, Parameters } from "../loss.ts";
import { combine } from "../overlap.ts";
import type { Plain } from "./plain.ts";
import { backward, errorsInto } from "./softmax.ts";

/** Value and gradient of a loss over soft counts: errors and counts first, the way back in a second. */
export function fusedOverlap(
  loss: OverlapLoss,
  parameters: Parameters,
  frame: Plain,
  convention: Convention,
  out: Numbers,
  toP?: Numbers,
): number {
  if (!errorsInto(frame, out)) return Number.NaN;
  const { classes } = frame;
  const all = count(frame, out);
  const channels = countedOf(classes, convention);
  const counts = channels.map((c) => all[c]!);
  const volumes = counts.map(({ volume }) => volume);
  const { values, slopes } = combine(loss, parameters, counts, volumes, convention);
  const on = new Float64Array(classes);
  const off = new Float64Array(classes);
  channels.forEach((c, n) => {
    on[c] = slopes[n]!.tp - slopes[n]!.fn;
    off[c] = slopes[n]!.fp;
  });
  if (toP) spread(frame, on, off, toP);
  backward(frame, on, off, out);
  return values[0]!;
}

/** The slopes to p themselves: one number a class inside it, another outside. */
function spread(
  { batch, classes, pixels, labels }: Plain,
  on: Float64Array,
  off: Float64Array,
  toP: Numbers,
) {
  for (let b = 0; b < batch; b++) {
    for (let c = 0; c < classes; c++) {
      const at = (b * classes + c) * pixels;
      for (let i = 0; i < pixels; i++) toP[at + i] = labels[b * pixels + i] === c ? on[c]! : off[c]!;
    }
  }
}

function count({ batch, classes, pixels, labels }: Plain, m: Numbers): ClassCounts[] {
  const tp = new Float64Array(classes);
  const fp = new Float64Array(classes);
  const fn = new Float64Array(classes);
  const volume = new Float64Array(classes);
  for (let b = 0; b < batch; b++) {
    for (let c = 0; c < classes; c++) {
      const at = (b * classes + c) * pixels;
      let [hit, stray, lack, own] = [tp[c]!, fp[c]!, fn[c]!, volume[c]!];
      for (let i = 0; i < pixels; i++) {
        const error = m[at + i]!;
        if (labels[b * pixels + i] === c) {
          hit += 1 - error;
          lack += error;
          own += 1;
        } else {
          stray += error;
        }
      }
      [tp[c], fp[c], fn[c], volume[c]] = [hit, stray, lack, own];
    }
  }
  return Array.from({ length: classes }, (_, channel) => ({
    ...{ tp: tp[channel]!, fp: fp[channel]!, fn: fn[channel]!, volume: volume[channel]!, channel },
  }));
}

import type { Activated } from "./activation.ts";
import type { Convention } from "./convention.ts";
import type { Checked } from "./frame.ts";
import type { Counts } from "./loss.ts";

/** Soft counts of a channel, its true pixels (before label smoothing) and its number, for messages. */
export interface ClassCounts extends Counts {
  readonly volume: number;
  readonly channel: number;
}

/** The soft counts of channel c over the images; FP and FN are added up themselves, for P − TP would lose digits. */
export function countClass(
  frame: Checked,
  { p, q }: Activated,
  target: Float64Array,
  { denominator, intersection }: Convention,
  c: number,
  [from, to]: readonly [number, number],
): ClassCounts {
  const { classes, pixels, ignored } = frame;
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let volume = 0;
  for (let b = from; b < to; b++) {
    for (let i = 0; i < pixels; i++) {
      if (ignored[b * pixels + i]) continue;
      const k = (b * classes + c) * pixels + i;
      const a = p[k]!;
      const g = target[k]!;
      volume += frame.g[k]!;
      if (denominator === "element-squared") {
        tp += a * g * (a * g);
        fp += a * (1 - g) * (a * (1 - g));
        fn += q[k]! * g * (q[k]! * g);
        continue;
      }
      const hit = intersection === "product" ? a * g : Math.min(a, g);
      tp += hit;
      if (denominator === "squared") {
        fp += a * a - hit;
        fn += g * g - hit;
      } else if (intersection === "product") {
        fp += a * (1 - g);
        fn += q[k]! * g;
      } else {
        fp += a - hit;
        fn += g - hit;
      }
    }
  }
  return { tp, fp, fn, volume, channel: c };
}

/** Adds to `slopes` what the slopes to the channel's counts are at each pixel's p. */
export function spreadSlopes(
  frame: Checked,
  { p, q }: Activated,
  target: Float64Array,
  { denominator, intersection }: Convention,
  c: number,
  [from, to]: readonly [number, number],
  slope: Counts,
  share: number,
  slopes: Float64Array,
) {
  const { classes, pixels, ignored } = frame;
  for (let b = from; b < to; b++) {
    for (let i = 0; i < pixels; i++) {
      if (ignored[b * pixels + i]) continue;
      const k = (b * classes + c) * pixels + i;
      const a = p[k]!;
      const g = target[k]!;
      let ofP: number;
      if (denominator === "element-squared") {
        ofP = 2 * (slope.tp * a * g * g + slope.fp * a * (1 - g) * (1 - g) - slope.fn * q[k]! * g * g);
      } else {
        // |p − g| has two slopes at p = g; half of each is taken there.
        const hit = intersection === "product" ? g : a < g ? 1 : a > g ? 0 : 0.5;
        const size = denominator === "squared" ? 2 * a : 1;
        ofP = slope.tp * hit + slope.fp * (size - hit) - slope.fn * hit;
      }
      slopes[k]! += share * ofP;
    }
  }
}

/**
 * Counts of (truth, prediction) pairs of one frame or of many: row = true class, column = predicted class,
 * row-major, `classes`² doubles. Doubles, because a row may be reweighted to another background share.
 */
export interface Confusion {
  readonly classes: number;
  readonly counts: Float64Array;
}

/** Anything of integers that a label image comes as. */
export type Labels = Uint8Array | Uint16Array | Int32Array | readonly number[];

/** Counts every pixel of two label images of the same shape. Throws RangeError for shapes and labels out of range. */
export function confusion(truth: Labels, predicted: Labels, classes: number): Confusion {
  if (truth.length !== predicted.length)
    throw new RangeError(
      `truth has ${truth.length} pixels, prediction ${predicted.length}; give the same frame`,
    );
  const counts = new Float64Array(classes * classes);
  for (let i = 0; i < truth.length; i++) {
    const t = truth[i]!;
    const p = predicted[i]!;
    if (!(t >= 0 && t < classes && p >= 0 && p < classes))
      throw new RangeError(`pixel ${i} has labels ${t} and ${p}; both must lie in 0..${classes - 1}`);
    counts[t * classes + p]! += 1;
  }
  return { classes, counts };
}

/** The sum of the counts of several frames: "pooled" scores are scores of this. */
export function pooled(frames: readonly Confusion[]): Confusion {
  const first = frames[0];
  if (!first) throw new RangeError("pooling needs at least one frame");
  const counts = new Float64Array(first.counts.length);
  for (const frame of frames) {
    if (frame.classes !== first.classes) throw new RangeError("pooled frames must have the same classes");
    for (let i = 0; i < counts.length; i++) counts[i]! += frame.counts[i]!;
  }
  return { classes: first.classes, counts };
}

/**
 * The counts that the same classifier would show on a frame whose background share is `share`:
 * the background row is scaled, the others stay. This has no sampling noise, unlike dropping pixels.
 */
export function reweightBackground({ classes, counts }: Confusion, share: number): Confusion {
  if (!(share > 0 && share < 1)) throw new RangeError(`background share ${share} must lie between 0 and 1`);
  let background = 0;
  let rest = 0;
  for (let i = 0; i < counts.length; i++) {
    if (i < classes) background += counts[i]!;
    else rest += counts[i]!;
  }
  if (!(background > 0 && rest > 0))
    throw new RangeError("reweighting needs background and foreground pixels");
  const factor = (share / (1 - share)) * (rest / background);
  return { classes, counts: counts.map((n, i) => (i < classes ? n * factor : n)) };
}

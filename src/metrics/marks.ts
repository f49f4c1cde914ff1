import type { Labels } from "./confusion.ts";

/** What became of a pixel: background left alone, a curve hit, missed, drawn where none is, or taken for another. */
export const marks = ["background", "hit", "missed", "stray", "confused"] as const;

/** The mark of each pixel, an index into `marks`; class 0 is the background. */
export function marksOf(truth: Labels, predicted: Labels): Uint8Array {
  if (truth.length !== predicted.length)
    throw new RangeError(
      `truth has ${truth.length} pixels, prediction ${predicted.length}; give the same frame`,
    );
  const out = new Uint8Array(truth.length);
  for (let i = 0; i < out.length; i++) {
    const [t, p] = [truth[i]!, predicted[i]!];
    if (t === p) out[i] = t === 0 ? 0 : 1;
    else out[i] = p === 0 ? 2 : t === 0 ? 3 : 4;
  }
  return out;
}

import type { Labels } from "./confusion.ts";

/**
 * A trace is the curve as a petrophysicist reads it: one horizontal position per row, in shares of the frame's width,
 * measured at pixel centres: column x of a frame of width W is (x + ½)/W. Frames are row-major, top row first.
 */
export type Trace = Float64Array;

/**
 * Decodes a label image: the mean column of class `c` in each row. Rows without a pixel of `c` are filled by a straight
 * line between their neighbours, and held constant beyond the first and the last. No pixel at all gives NaN everywhere.
 */
export function traceByCentroid(labels: Labels, width: number, height: number, c: number): Trace {
  if (labels.length !== width * height)
    throw new RangeError(`${labels.length} labels are not ${width} × ${height}; check the shape`);
  const trace = new Float64Array(height).fill(Number.NaN);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    let n = 0;
    for (let x = 0; x < width; x++)
      if (labels[y * width + x] === c) {
        sum += x + 0.5;
        n += 1;
      }
    if (n > 0) trace[y] = sum / n / width;
  }
  return bridgeGaps(trace);
}

/**
 * Decodes a map of scores of one class (probabilities or logits; one plane, row-major): the best column of each row,
 * the leftmost of equals. It always finds a trace, however faint the class.
 */
export function traceByArgmax(plane: Float32Array | Float64Array, width: number, height: number): Trace {
  if (plane.length !== width * height)
    throw new RangeError(`${plane.length} scores are not ${width} × ${height}; check the shape`);
  const trace = new Float64Array(height);
  for (let y = 0; y < height; y++) {
    let best = 0;
    for (let x = 1; x < width; x++) if (plane[y * width + x]! > plane[y * width + best]!) best = x;
    trace[y] = (best + 0.5) / width;
  }
  return trace;
}

/** Mean absolute difference of two traces over all rows, in shares of the width; NaN if either has no trace. */
export function traceError(truth: Trace, decoded: Trace): number {
  if (truth.length !== decoded.length)
    throw new RangeError(`traces of ${truth.length} and ${decoded.length} rows cannot be compared`);
  let sum = 0;
  for (let y = 0; y < truth.length; y++) sum += Math.abs(truth[y]! - decoded[y]!);
  return sum / truth.length;
}

/** Straight lines across NaN rows, in place. */
function bridgeGaps(trace: Trace): Trace {
  let last = -1;
  for (let y = 0; y < trace.length; y++) {
    const value = trace[y]!;
    if (Number.isNaN(value)) continue;
    if (last < 0) trace.fill(value, 0, y);
    else
      for (let k = last + 1; k < y; k++)
        trace[k] = trace[last]! + ((value - trace[last]!) * (k - last)) / (y - last);
    last = y;
  }
  if (last >= 0) trace.fill(trace[last]!, last + 1);
  return trace;
}

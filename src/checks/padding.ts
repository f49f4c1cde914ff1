import type { LogitFrame } from "./frames.ts";

/**
 * A frame of one image widened to `factor` times its pixels with background, predicted at a margin over its rivals, and
 * the entries of a wide array that lie inside the old frame.
 */
export function padded(frame: LogitFrame, factor: number, margin: number) {
  const { classes, pixels } = frame;
  const all = factor * pixels;
  const logits = new Float64Array(classes * all).fill(margin, 0, all);
  for (let c = 0; c < classes; c++) logits.set(frame.logits.subarray(c * pixels, (c + 1) * pixels), c * all);
  const labels = new Uint8Array(all);
  labels.set(frame.labels);
  const wide: LogitFrame = { batch: 1, classes, pixels: all, logits, labels };
  return {
    frame: wide,
    inside: (values: Float64Array) => values.filter((_, k) => k % all < pixels),
  };
}

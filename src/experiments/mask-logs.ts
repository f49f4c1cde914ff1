import { traceByCentroid } from "../metrics/trace.ts";
import { type Difficulty, drawn, type Stroke } from "./drawing.ts";
import type { LabelImage } from "./label-image.ts";
import { type LogPair, pairOf } from "./logs.ts";
import type { MaskReport } from "./mask.ts";
import { type Cut, foreground, type Size, type Window, windowOf } from "./mask-window.ts";
import type { Scene } from "./scene.ts";

/**
 * The lab reads at most so much of a mask, which keeps a run as short as the lab's own: a window, or a strip of as many
 * pixels where shapes lie too far apart for it.
 */
const sizes: readonly Size[] = [
  { width: 480, height: 200 },
  { width: 960, height: 100 },
  { width: 200, height: 480 },
  { width: 1920, height: 50 },
  { width: 100, height: 960 },
  { width: 4096, height: 23 },
  { width: 23, height: 4096 },
];

/** The two largest classes beside the background, in the first of the sizes that holds both, or else the most. */
export function shapesOf(image: LabelImage, report: MaskReport): Cut {
  const curves = foreground(report).slice(0, 2);
  let best: Cut | undefined;
  for (const size of sizes) {
    const cut = windowOf(image, curves, size);
    if (!best || cut.kept.length > best.kept.length) best = cut;
    if (best.outside.length === 0) break;
  }
  return best!;
}

/** Why nothing can be trained on these shapes; undefined where it can. */
export function refusalOf({ width, height, kept }: Cut): string | undefined {
  if (kept.length === 0) return "the mask is all background; give one with something to be found on it";
  if (width >= 8 && height >= 8) return undefined;
  return `the mask leaves ${width} × ${height} pixels to train on; give one of at least 8 × 8`;
}

/**
 * The lab with a reader's geometry: their shapes drawn in ink on simulated paper; what is not kept is background. The
 * test log has the same shapes mirrored, on another sheet with other noise. A RangeError where there is nothing to learn.
 */
export function maskPair(shapes: Cut, seed: number, difficulty: Difficulty): LogPair {
  const { width, height, kept, labels } = shapes;
  const refusal = refusalOf(shapes);
  if (refusal) throw new RangeError(refusal);
  const mirrored = labels.slice();
  for (let y = 0; y < height; y++) mirrored.subarray(y * width, (y + 1) * width).reverse();
  return pairOf(
    inked(shapes, kept.length, seed, difficulty),
    inked({ ...shapes, labels: mirrored }, kept.length, seed + 1000, difficulty),
  );
}

function inked(
  { width, height, labels }: Window,
  curves: number,
  seed: number,
  difficulty: Difficulty,
): Scene {
  const classes = Array.from({ length: curves }, (_, k) => k + 1);
  const strokes = classes.map(
    (c): Stroke =>
      (y, put) => {
        for (let x = 0; x < width; x++) if (labels[y * width + x] === c) put(x, 1);
      },
  );
  return {
    width,
    height,
    rgb: drawn({ seed, width, height, difficulty }, strokes),
    labels,
    traces: classes.map((c) => traceByCentroid(labels, width, height, c)),
  };
}

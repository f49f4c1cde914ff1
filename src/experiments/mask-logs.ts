import { traceByCentroid } from "../metrics/trace.ts";
import { type Difficulty, drawn, type Stroke } from "./drawing.ts";
import type { LabelImage } from "./label-image.ts";
import { type LogPair, pairOf } from "./logs.ts";
import type { MaskReport } from "./mask.ts";
import { foreground, type Window, windowOf } from "./mask-window.ts";
import type { Scene } from "./scene.ts";

/** The lab reads at most so much of a mask: a window that keeps a run as short as the lab's own. */
const size = { width: 480, height: 200 };

/**
 * The lab with a reader's geometry: their shapes drawn in ink on simulated paper. The two largest classes beside the
 * background stay, others become background; a window around their middle is cut. The test log has the same shapes
 * mirrored, on another sheet with other noise. A RangeError where no foreground is left.
 */
export function maskPair(
  image: LabelImage,
  report: MaskReport,
  seed: number,
  difficulty: Difficulty,
): LogPair {
  const curves = foreground(report).slice(0, 2);
  const cut = windowOf(image, curves, size);
  const mirrored = cut.labels.slice();
  for (let y = 0; y < cut.height; y++) mirrored.subarray(y * cut.width, (y + 1) * cut.width).reverse();
  const present = curves.every((_, k) => cut.labels.includes(k + 1));
  if (curves.length === 0 || !present || cut.width < 8 || cut.height < 8)
    throw new RangeError(
      "the mask leaves no frame with every class in it; give one of at least 8 × 8 pixels",
    );
  return pairOf(
    inked(cut, curves.length, seed, difficulty),
    inked({ ...cut, labels: mirrored }, curves.length, seed + 1000, difficulty),
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

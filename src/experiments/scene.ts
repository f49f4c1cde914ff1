import type { Trace } from "../metrics/trace.ts";
import { random } from "../numerics/random.ts";
import { coverage, type Path, path, span } from "./curves.ts";
import { type Difficulty, drawn, type Stroke } from "./drawing.ts";

export interface SceneOptions {
  /** Any 32-bit integer; the same options give the same bytes in every engine. */
  readonly seed: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly difficulty?: Difficulty;
  /** How lively the curves are: the typical distance of neighbouring beds as a share of a curve's zone. */
  readonly swing?: number;
  readonly curves?: 1 | 2;
}

/** A simulated raster log, row-major, depth downwards. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue bytes of each pixel. */
  readonly rgb: Uint8Array;
  /** 0 background, 1 and 2 the curves. Where they cross, the later drawn curve 2 lies on top. */
  readonly labels: Uint8Array;
  /** The true position of each curve at each row, in shares of the width. */
  readonly traces: readonly Trace[];
}

/** Zones overlap in the middle, so that the curves may cross; strokes are one to three pixels wide. */
const pens = [
  { zone: [0.12, 0.66], stroke: [1.1, 2.6] },
  { zone: [0.42, 0.94], stroke: [1, 1.6] },
] as const;

/** Draws the log of a seed: paper, grid, depths, marks that are no curve, the curves in fading ink, the scanner. */
export function scene(options: SceneOptions): Scene {
  const { width, height } = options;
  const paths = pathsOf(options);
  const strokes = paths.map(
    (curve): Stroke =>
      (y, put) => {
        const columns = span(curve, y);
        for (let x = Math.floor(columns[0]); x < columns[1]; x++) put(x, coverage(columns, x));
      },
  );
  return {
    width,
    height,
    rgb: drawn(options, strokes),
    labels: labelsOf(paths, width, height),
    traces: paths.map(({ x }) => x.map((column) => column / width)),
  };
}

/** The curves alone: they do not depend on the sheet or on the difficulty. */
function pathsOf({ seed, width, height, swing = 0.12, curves = 2 }: SceneOptions): Path[] {
  if (!(width >= 8 && height >= 8 && Number.isInteger(width) && Number.isInteger(height)))
    throw new RangeError(
      `a scene of ${width} × ${height} pixels is too small; give whole numbers of at least 8`,
    );
  const source = random(seed);
  return pens.slice(0, curves).map(({ zone, stroke }) => {
    // A curve alone has the whole sheet.
    const [left, right] = curves === 1 ? [0.12, 0.88] : zone;
    return path({ height, zone: [left * width, right * width], stroke, swing }, source);
  });
}

/** A pixel that a stroke covers by half or more carries its label. */
function labelsOf(paths: readonly Path[], width: number, height: number): Uint8Array {
  const labels = new Uint8Array(width * height);
  paths.forEach((curve, k) => {
    for (let y = 0; y < height; y++) {
      const [from, to] = span(curve, y);
      for (let x = Math.max(0, Math.floor(from)); x < Math.min(width, to); x++)
        if (coverage([from, to], x) >= 0.5) labels[y * width + x] = k + 1;
    }
  });
  return labels;
}

/** Share of the pixels that are background. */
export function backgroundShare({ labels }: Pick<Scene, "labels">): number {
  let background = 0;
  for (const label of labels) if (label === 0) background += 1;
  return background / labels.length;
}

/**
 * Imbalance by geometry: the log of this seed and height whose width brings its background share nearest to `share`.
 * Curves scale with the sheet, so each width is another picture; thinning (thinning.ts) is the cleaner control.
 */
export function sceneOfShare(options: Omit<SceneOptions, "width"> & { share: number }): Scene {
  const { share, ...rest } = options;
  if (!(share >= 0.75 && share <= 0.995))
    throw new RangeError(`background share ${share} cannot be drawn; choose one between 0.75 and 0.995`);
  const reached = (width: number) =>
    backgroundShare({ labels: labelsOf(pathsOf({ ...rest, width }), width, rest.height) });
  let best = 8;
  let low = 8;
  let high = 4096;
  // Wider sheets are emptier, up to the wiggle of single pixels, which the choice of the nearest one absorbs.
  while (low <= high) {
    const width = (low + high) >> 1;
    const found = reached(width);
    if (Math.abs(found - share) < Math.abs(reached(best) - share)) best = width;
    if (found < share) low = width + 1;
    else high = width - 1;
  }
  return scene({ ...rest, width: best });
}

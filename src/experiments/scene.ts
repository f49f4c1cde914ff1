import type { Trace } from "../metrics/trace.ts";
import { type Random, random } from "../numerics/random.ts";
import { coverage, type Path, path, span } from "./curves.ts";
import { type Colour, depths, type Grain, grid, ink, paper, penMark, type Sheet, scan } from "./paper.ts";

/** How noisy the scan is and how many marks stand on the sheet that are ink and yet no curve. */
export type Difficulty = "easy" | "medium" | "hard";

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

const settings: Record<Difficulty, Grain & { marks: number; faintest: number }> = {
  easy: { luminance: 0.025, chroma: 0.015, marks: 0.25, faintest: 0.75 },
  medium: { luminance: 0.1, chroma: 0.08, marks: 1, faintest: 0.25 },
  hard: { luminance: 0.16, chroma: 0.16, marks: 2, faintest: 0.2 },
};

/** Nearly equal inks, one a bluish and one a reddish black, as copies of copies have them. */
const inks: readonly [Colour, Colour] = [
  [0.18, 0.19, 0.33],
  [0.38, 0.16, 0.18],
];

/** Zones overlap in the middle, so that the curves may cross; strokes are one to three pixels wide. */
const pens = [
  { zone: [0.12, 0.66], stroke: [1.1, 2.6] },
  { zone: [0.42, 0.94], stroke: [1, 1.6] },
] as const;

/** Draws the log of a seed: paper, grid, depths, marks that are no curve, the curves in fading ink, the scanner. */
export function scene(options: SceneOptions): Scene {
  const { seed, width, height, difficulty = "medium" } = options;
  const { marks, faintest, ...grain } = settings[difficulty];
  const paths = pathsOf(options);
  const source = random(seed ^ 0x5ca9);
  const sheet = paper(width, height, source);
  grid(sheet, [12, 10]);
  if (width >= 96) depths(sheet, 50, 1200 + 50 * source.below(40), 10);
  strayMarks(sheet, (marks * width * height) / 2000, source);
  paths.forEach((curve, k) => {
    drawCurve(sheet, curve, inks[k]!, faintest, source);
  });
  return {
    width,
    height,
    rgb: scan(sheet, grain, source),
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

/** Ink fades by a slow walk between `faintest` and nearly full. */
function drawCurve(sheet: Sheet, curve: Path, colour: Colour, faintest: number, source: Random) {
  let strength = source.uniform();
  for (let y = 0; y < sheet.height; y++) {
    strength = Math.min(1, Math.max(0, strength + 0.12 * source.normal()));
    const opacity = faintest + (0.95 - faintest) * strength;
    const columns = span(curve, y);
    for (let x = Math.floor(columns[0]); x < columns[1]; x++)
      ink(sheet, x, y, colour, opacity * coverage(columns, x));
  }
}

/** Hard negatives: specks of one or two pixels and short pen strokes, all in the curves' own inks. */
function strayMarks(sheet: Sheet, count: number, source: Random) {
  const place = () => ({ x: source.uniform() * sheet.width, y: source.uniform() * sheet.height });
  for (let k = 0; k < count; k++) {
    const speck = { ...place(), dx: 1, dy: 0, steps: 1 + source.below(2) };
    penMark(sheet, speck, inks[source.below(2)]!, 0.3 + 0.6 * source.uniform());
  }
  for (let k = 0; k < count / 6; k++) {
    const slope = { dx: 2 * source.uniform() - 1, dy: 2 * source.uniform() - 1 };
    const stroke = { ...place(), ...slope, steps: 4 + source.below(10) };
    penMark(sheet, stroke, inks[source.below(2)]!, 0.4 + 0.5 * source.uniform());
  }
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

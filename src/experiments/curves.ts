import type { Random } from "../numerics/random.ts";

/** Where a curve runs: its position at each row's centre in pixels, and the width of its stroke there in pixels. */
export interface Path {
  readonly x: Float64Array;
  readonly stroke: Float64Array;
}

export interface PathOptions {
  readonly height: number;
  /** Left and right end of the curve's zone, in pixels. */
  readonly zone: readonly [number, number];
  /** Narrowest and widest stroke, in pixels. */
  readonly stroke: readonly [number, number];
  /** How far beds lie apart, as a share of the zone; 0 is nearly a straight line. */
  readonly swing: number;
}

/**
 * A path like that of a well log: beds of some rows, each with its own level, the tool's response running into each
 * new level, and a wiggle on top. Positions are reflected at the ends of the zone, as a wrapped trace would be redrawn.
 */
export function path({ height, zone, stroke, swing }: PathOptions, source: Random): Path {
  const [left, right] = zone;
  const x = new Float64Array(height);
  const width = new Float64Array(height);
  let level = source.uniform();
  let position = level;
  let wiggle = 0;
  let pen = source.uniform();
  let rowsLeft = 0;
  for (let y = 0; y < height; y++) {
    if (rowsLeft === 0) {
      rowsLeft = 8 + source.below(32);
      level = reflected(level + swing * source.normal());
    }
    rowsLeft -= 1;
    position += 0.12 * (level - position);
    wiggle = 0.7 * wiggle + 0.06 * swing * source.normal();
    pen = reflected(pen + 0.05 * source.normal());
    x[y] = left + (right - left) * reflected(position + wiggle);
    width[y] = stroke[0] + (stroke[1] - stroke[0]) * pen;
  }
  return { x, stroke: width };
}

/** Folds the real line onto [0, 1] as a mirror does. */
function reflected(value: number): number {
  const folded = Math.abs(value - 2 * Math.floor(value / 2));
  return folded > 1 ? 2 - folded : folded;
}

/**
 * The columns that a stroke covers in one row: [from, to) in pixels, wide enough to join the rows above and below.
 */
export function span({ x, stroke }: Path, y: number): readonly [number, number] {
  const here = x[y]!;
  const above = y > 0 ? (here + x[y - 1]!) / 2 : here;
  const below = y + 1 < x.length ? (here + x[y + 1]!) / 2 : here;
  const half = stroke[y]! / 2;
  return [Math.min(here, above, below) - half, Math.max(here, above, below) + half];
}

/** Share of pixel column `column` that lies inside [from, to). */
export function coverage([from, to]: readonly [number, number], column: number): number {
  return Math.max(0, Math.min(to, column + 1) - Math.max(from, column));
}

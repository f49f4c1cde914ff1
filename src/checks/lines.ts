import type { Random } from "../numerics/random.ts";

/**
 * A line of a width that winds down a frame of 16 × 40 pixels, and the same line shifted sideways: hard masks. The line
 * starts at another random column in every row and stays inside the frame.
 */
export function shiftedLine(
  random: Random,
  width: number,
  shift: number,
): { readonly p: Float64Array; readonly g: Float64Array } {
  const [rows, columns] = [16, 40];
  const p = new Float64Array(rows * columns);
  const g = new Float64Array(rows * columns);
  for (let y = 0; y < rows; y++) {
    const from = y * columns + random.below(columns - width - shift + 1);
    g.fill(1, from, from + width);
    p.fill(1, from + shift, from + shift + width);
  }
  return { p, g };
}

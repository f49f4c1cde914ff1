/**
 * Undoes the filter of each line: `rows` lines of one filter byte and `stride` bytes, from `start` of `raw`.
 * `unit` is the distance in bytes to the pixel on the left.
 */
export function unfiltered(
  raw: Uint8Array,
  start: number,
  rows: number,
  stride: number,
  unit: number,
): Uint8Array {
  const out = new Uint8Array(rows * stride);
  for (let r = 0; r < rows; r++) {
    const from = start + r * (stride + 1);
    const filter = raw[from]!;
    if (filter > 4)
      throw new RangeError(`the PNG is damaged: line ${r} has filter ${filter}; save the file again`);
    const line = r * stride;
    for (let i = 0; i < stride; i++) {
      const left = i >= unit ? out[line + i - unit]! : 0;
      const above = r > 0 ? out[line + i - stride]! : 0;
      const corner = r > 0 && i >= unit ? out[line + i - stride - unit]! : 0;
      out[line + i] = raw[from + 1 + i]! + predicted(filter, left, above, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  // Paeth: whichever of the three lies nearest to left + above − corner, in this order when equal.
  const estimate = left + above - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** The n-th sample of the line that starts at byte `line`, of 1, 2, 4, 8 or 16 bits, most significant first. */
export function sample(lines: Uint8Array, line: number, n: number, depth: number): number {
  if (depth === 8) return lines[line + n]!;
  if (depth === 16) return (lines[line + 2 * n]! << 8) | lines[line + 2 * n + 1]!;
  const bit = n * depth;
  return (lines[line + (bit >> 3)]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

/** A name at the end of a curve: where the curve ends, and how many lines of text the name takes. */
interface End {
  readonly y: number;
  readonly lines?: number;
}

/**
 * Moves names at the ends of curves apart until no two touch: upward from the lowest, and all that would stand over the
 * top down again. `line` is the height of a line of text in the units of y. The order stays.
 */
export function apart<T extends End>(
  ends: readonly T[],
  line: number,
  top: number,
): (T & { place: number })[] {
  const placed = [...ends].sort((a, b) => a.y - b.y).map((end) => ({ ...end, place: end.y }));
  const gap = (k: number) => (((placed[k]!.lines ?? 1) + (placed[k - 1]!.lines ?? 1)) / 2) * line;
  for (let k = 1; k < placed.length; k++)
    placed[k]!.place = Math.max(placed[k]!.place, placed[k - 1]!.place + gap(k));
  for (let k = placed.length - 1; k >= 0; k--) {
    const above = placed[k + 1];
    placed[k]!.place = Math.min(placed[k]!.place, above ? above.place - gap(k + 1) : top);
  }
  return placed;
}

/** Lines that a text takes where a line holds so many letters: words are not broken. */
export function linesOf(text: string, letters: number): number {
  let [lines, filled] = [1, 0];
  for (const { length } of text.split(" ")) {
    if (filled > 0 && filled + 1 + length > letters) [lines, filled] = [lines + 1, length];
    else filled += (filled > 0 ? 1 : 0) + length;
  }
  return lines;
}

import type { Frame, Point } from "./map-layout.ts";

/** Places labels beside fixed marks: for each the side where it covers least. No mark is moved. */

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Wanted {
  readonly at: Point;
  readonly radius: number;
  readonly lines: readonly string[];
  readonly size: number;
}

export interface Label {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** Near enough for a sans; there is no font to ask at build. */
const widthOf = (lines: readonly string[], size: number) =>
  Math.max(...lines.map((line) => line.length)) * size * 0.53;

const leading = 1.12;

/** In the order given: what comes first has the first choice. Discs are not to be covered; `busy` are points of lines that are better left free. */
export function placeLabels(
  wanted: readonly Wanted[],
  discs: readonly Point[],
  busy: readonly Point[],
  bounds: Frame,
): Label[] {
  const taken: Box[] = [
    ...wanted.map(({ at, radius }) => around(at, radius + 2)),
    ...discs.map((disc) => around(disc, 9)),
  ];
  return wanted.map((one) => {
    const best = candidates(one)
      .map((candidate, rank) => ({ ...candidate, cost: cost(candidate.box, taken, busy, bounds) + rank }))
      .reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(best.box);
    return best.label;
  });
}

const around = ({ x, y }: Point, r: number): Box => ({
  left: x - r,
  right: x + r,
  top: y - r,
  bottom: y + r,
});

function candidates({ at: { x, y }, radius, lines, size }: Wanted): { label: Label; box: Box }[] {
  const width = widthOf(lines, size);
  const height = lines.length * size * leading;
  const gap = radius + 4;
  const box = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  const side = (dx: -1 | 0 | 1, dy: -1 | 0 | 1) => {
    const left =
      dx === 0
        ? x - width / 2
        : dx > 0
          ? x + gap * (dy === 0 ? 1 : 0.6)
          : x - gap * (dy === 0 ? 1 : 0.6) - width;
    const top =
      dy === 0
        ? y - height / 2
        : dy > 0
          ? y + gap * (dx === 0 ? 1 : 0.5)
          : y - gap * (dx === 0 ? 1 : 0.5) - height;
    const anchor = dx === 0 ? ("middle" as const) : dx > 0 ? ("start" as const) : ("end" as const);
    const at = { start: left, middle: x, end: left + width }[anchor];
    return { label: { x: at, y: top + size * 0.9, anchor }, box: box(left, top) };
  };
  return [
    side(0, 1),
    side(1, 0),
    side(0, -1),
    side(-1, 0),
    side(1, 1),
    side(-1, 1),
    side(1, -1),
    side(-1, -1),
  ];
}

function cost(box: Box, taken: readonly Box[], busy: readonly Point[], bounds: Frame): number {
  const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0);
  const crossed = busy.filter(
    ({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom,
  ).length;
  const outside =
    Math.max(0, bounds.left - box.left) +
    Math.max(0, box.right - bounds.right) +
    Math.max(0, bounds.top - box.top) +
    Math.max(0, box.bottom - bounds.bottom);
  return covered + 6 * crossed + 400 * outside;
}

const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

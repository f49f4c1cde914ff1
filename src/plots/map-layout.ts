/** Where the marks and ties of the literature map stand on a sheet: arithmetic alone, so that a test can ask for it. */

export interface MapNode {
  readonly id: string;
  readonly title: string;
  /** For a phone. */
  readonly short?: string | undefined;
  /** Inside the frame of the review is a loss; a neighbour or a metric stands outside of it; a paper is a layer. */
  readonly kind: "loss" | "neighbour" | "metric" | "paper";
  readonly overlap?: "per-pixel" | "overlap-aware" | "metric-aware";
  readonly control?: "symmetric" | "tunable";
  /** On the two axes: right is overlap-aware, up is tunable. Papers have no place there and stand in rows above. */
  readonly place: readonly [number, number];
  /** Height in the view by year, 0 at the top; of a paper the row below the losses in which it stands. */
  readonly lane: number;
  /** None is older than the literature that was read. */
  readonly year: number | undefined;
}

export interface MapTie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  /** It has a proof and a check that runs. */
  readonly exact: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const radius = { loss: 9, neighbour: 5, metric: 6, paper: 5 } as const;

/** On the two axes: the frame holds the losses; metrics stand in a column beside it. */
export function placeOnAxes({ kind, place: [x, y] }: MapNode, frame: Frame, beside: number): Point {
  const across = frame.left + x * (frame.right - frame.left);
  const up = frame.bottom - y * (frame.bottom - frame.top);
  return { x: kind === "metric" ? frame.right + beside : across, y: up };
}

/** How far apart the rows of papers are. */
export const rowHeight = 27;

/** Papers above the axes, in the order of their years, so many to a row over the whole width. */
export function placeInRows(index: number, perRow: number, width: number): Point {
  return { x: ((index % perRow) + 0.5) * (width / perRow), y: 10 + rowHeight * Math.floor(index / perRow) };
}

/** By year, left to right; what has no year stands at the left of the first, and papers in rows below the rest. */
export function placeByYear({ kind, year, lane }: MapNode, years: readonly number[], frame: Frame): Point {
  const column = year === undefined ? 0 : years.indexOf(year) + 1;
  const width = (frame.right - frame.left) / (years.length + 1);
  return {
    x: frame.left + (column + 0.5) * width,
    y:
      kind === "paper" ? frame.bottom + 20 + lane * rowHeight : frame.top + lane * (frame.bottom - frame.top),
  };
}

export interface Curve {
  readonly path: string;
  readonly middle: Point;
  readonly head: Point;
  /** Direction of arrival, in degrees. */
  readonly angle: number;
  /** Points along it. */
  readonly samples: readonly Point[];
}

/** A tie between two marks: bowed to one side by a share of its length, cut off where the marks begin. */
export function curveBetween(a: Point, b: Point, cut: readonly [number, number], bow = 0.12): Curve {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const control = { x: (a.x + b.x) / 2 + bow * dy, y: (a.y + b.y) / 2 - bow * dx };
  const start = towards(a, control, cut[0]);
  const end = towards(b, control, cut[1] + 3);
  const n = (v: number) => v.toFixed(0);
  const at = (t: number): Point => ({
    x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * control.x + t ** 2 * end.x,
    y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * control.y + t ** 2 * end.y,
  });
  return {
    path: `M${n(start.x)} ${n(start.y)}Q${n(control.x)} ${n(control.y)} ${n(end.x)} ${n(end.y)}`,
    middle: at(0.5),
    head: end,
    angle: (Math.atan2(end.y - control.y, end.x - control.x) * 180) / Math.PI,
    samples: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map(at),
  };
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  };
}

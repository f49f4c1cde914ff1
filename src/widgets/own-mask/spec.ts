import type { Geometry } from "../../experiments/download.ts";
import { fingerprint } from "../../experiments/hash.ts";
import type { MaskReport } from "../../experiments/mask.ts";
import { refusalOf } from "../../experiments/mask-logs.ts";
import { type Cut, foreground } from "../../experiments/mask-window.ts";
import type { Departure } from "../../experiments/prediction.ts";
import type { Reading } from "../../plots/reading.ts";
import type { Table } from "../../plots/table.ts";
import type { ReadMask } from "../../worker/tasks.ts";
import type { StateOf } from "../controls.ts";
import { inkOf } from "../gradients/grid.ts";
import { departureOf, controls as gradients } from "../gradients/spec.ts";
import { table as labTable } from "../lab/tables.ts";
import type { Spec } from "../widget.ts";

const { shift, blur, missed, stray, confidence } = gradients;
export const controls = { shift, blur, missed, stray, confidence } as const;
export type State = StateOf<typeof controls>;

export const predictionOf = (state: State): Departure => departureOf(state);

/** The axis of the arena and the reference task's place on it. */
export interface Rows {
  readonly low: number;
  readonly high: number;
  readonly anchor: Reading;
}

/** Names of the classes as a window numbers them: the background, then those inside it, the largest first. */
export const namesOf = ({ classes }: MaskReport, { kept }: Pick<Cut, "kept">): string[] => [
  "background",
  ...kept.map((label) => `value ${classes[label]!.value}`),
];

/** "value 3", "values 3 and 5", as they stand in the file. */
function valuesOf({ classes }: MaskReport, labels: readonly number[]): string {
  const values = labels.map((label) => String(classes[label]!.value));
  const last = values.pop();
  return values.length === 0 ? `value ${last}` : `values ${values.join(", ")} and ${last}`;
}

const lie = (labels: readonly number[]) => (labels.length === 1 ? "lies" : "lie");

const placeOf = ({ width, height, left, top }: Cut) =>
  `${width} × ${height} pixels from column ${left} and row ${top} on`;

/** Where the gradient view's window is, and which classes are not in it. */
export function sayWindow(report: MaskReport, cut: Cut): string {
  const { outside } = cut;
  if (cut.width === report.width && cut.height === report.height) return "The window is the whole mask.";
  if (outside.length === 0) return `The window: ${placeOf(cut)}; every class is in it.`;
  return (
    `The window: ${placeOf(cut)}. No window of this size holds more of the classes: ` +
    `${valuesOf(report, outside)} ${lie(outside)} outside it and ${outside.length === 1 ? "is" : "are"} not heard here.`
  );
}

/** What the lab's rows are trained on: the part of the mask, and what becomes of each of its classes. */
export function sayShapes(report: MaskReport, shapes: Cut): string {
  const { kept, outside } = shapes;
  const refusal = refusalOf(shapes);
  if (refusal) return `Nothing can be trained here: ${refusal}.`;
  const others = foreground(report).filter((label) => !kept.includes(label) && !outside.includes(label));
  const far =
    outside.length > 0 && `${valuesOf(report, outside)} ${lie(outside)} too far from it to be in one frame`;
  const rest =
    others.length > 0 &&
    `${valuesOf(report, others)} ${others.length === 1 ? "counts" : "count"} as background`;
  const parts = [`The training sees ${placeOf(shapes)}: ${valuesOf(report, kept)}`, far, rest];
  return `${parts.filter(Boolean).join("; ")}.`;
}

/** The geometry of a training on these shapes, as it stands in a download. */
export const geometryOf = (report: MaskReport, { kept, labels, ...frame }: Cut): Geometry => ({
  geometry: "own mask",
  "mask-width": report.width,
  "mask-height": report.height,
  "frame-left": frame.left,
  "frame-top": frame.top,
  "frame-width": frame.width,
  "frame-height": frame.height,
  values: kept.map((label) => report.classes[label]!.value).join(" "),
  labels: fingerprint(labels),
});

const width = (value: number) => String(Number(value.toFixed(1)));

/** What the file says, class by class, the background first. */
export function reportTable(report: MaskReport | undefined): Table {
  const order = report ? [report.background, ...foreground(report)] : [];
  return {
    caption: "The classes of the mask",
    columns: [
      { label: "Value in the file" },
      { label: "pixels", numeric: true },
      { label: "share, percent", numeric: true },
      { label: "stroke width, pixels: middle", numeric: true },
      { label: "a tenth is below", numeric: true },
      { label: "a tenth is above", numeric: true },
      { label: "connected pieces", numeric: true },
      { label: "largest piece, pixels", numeric: true },
    ],
    rows: order.map((label) => {
      const { value, pixels, share, stroke, pieces, largestPiece } = report!.classes[label]!;
      const strokes = [stroke.median, stroke.low, stroke.high].map(width);
      const name = label === report!.background ? `${value}, the background` : `${value}`;
      return [name, `${pixels}`, (100 * share).toFixed(2), ...strokes, `${pieces}`, `${largestPiece}`];
    }),
  };
}

/** The ink in which each row of that table is drawn: those inside the window have the first ones. */
export const inked = ({ report, truth: { kept, outside } }: Pick<ReadMask, "report" | "truth">): string[] => {
  const drawn = [report.background, ...kept, ...outside];
  return [report.background, ...foreground(report)].map((label) => inkOf(drawn.indexOf(label)));
};

/** The table of a training, to be filled as it goes; a mask may have one class to learn and need have no curves. */
export const trainedTable: Table = {
  ...labTable([]),
  caption:
    "On the mirrored shapes: mean of the classes beside the background, trace error of the largest in widths of the frame",
};

/** The mask in a sentence. */
export function sayReport({ classes, backgroundShare, background, ...report }: MaskReport): string {
  const [first] = classes
    .filter(({ label }) => label !== background)
    .sort((a, b) => a.stroke.median - b.stroke.median);
  const size = `${report.width} × ${report.height} pixels, ${classes.length} ${classes.length === 1 ? "class" : "classes"}`;
  const { value } = classes[background]!;
  if (!first) return `${size}: every pixel has value ${value}, so there is nothing for a loss to find.`;
  const share = `${Number((100 * backgroundShare).toFixed(2))} percent background (value ${value})`;
  const wide = width(first.stroke.median);
  return `${size}, ${share}; the thinnest class has strokes ${wide} ${wide === "1" ? "pixel" : "pixels"} wide.`;
}

export const spec: Spec<typeof controls, Rows> = {
  id: "own-mask",
  version: 1,
  controls,
  presets: [],
  say: () => "The losses have not been heard on this mask yet.",
};

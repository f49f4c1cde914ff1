import type { MaskReport } from "../../experiments/mask.ts";
import { foreground } from "../../experiments/mask-window.ts";
import type { Departure } from "../../experiments/prediction.ts";
import type { Reading } from "../../plots/reading.ts";
import type { Table } from "../../plots/table.ts";
import type { StateOf } from "../controls.ts";
import { departureOf, controls as gradients } from "../gradients/spec.ts";
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

/** Names of the classes as the gradient view numbers them: the background, then the largest first. */
export const namesOf = (report: MaskReport): string[] => [
  "background",
  ...foreground(report).map((label) => `value ${report.classes[label]!.value}`),
];

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

/** The mask in a sentence. */
export function sayReport({ width, height, classes, backgroundShare, background }: MaskReport): string {
  const [first] = classes
    .filter(({ label }) => label !== background)
    .sort((a, b) => a.stroke.median - b.stroke.median);
  const size = `${width} × ${height} pixels, ${classes.length} ${classes.length === 1 ? "class" : "classes"}`;
  const share = `${Number((100 * backgroundShare).toFixed(2))} percent background`;
  if (!first) return `${size}: all of it is background, so there is nothing for a loss to find.`;
  return `${size}, ${share}; the thinnest class has strokes ${Number(first.stroke.median.toFixed(1))} pixels wide.`;
}

export const spec: Spec<typeof controls, Rows> = {
  id: "own-mask",
  version: 1,
  controls,
  presets: [],
  say: () => "The file stays on this machine: it is read, measured and forgotten by the page itself.",
};

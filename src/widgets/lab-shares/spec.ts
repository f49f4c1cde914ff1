import type { Series } from "../../plots/lab.ts";
import type { Table } from "../../plots/table.ts";
import type { StateOf } from "../controls.ts";
import type { Spec } from "../widget.ts";

export const measures = {
  "curve-recall": "recall of the curves",
  "curve-precision": "precision of the curves",
  "curve-f1": "F1 of the curves",
  "curve-iou": "IoU of the curves",
} as const;
export type Measure = keyof typeof measures;

export const controls = {
  measure: {
    kind: "choice",
    label: "Judge by",
    options: [
      { id: "curve-recall", label: "recall" },
      { id: "curve-precision", label: "precision" },
      { id: "curve-f1", label: "F1" },
      { id: "curve-iou", label: "IoU" },
    ],
    initial: "curve-recall",
  },
  rate: {
    kind: "choice",
    label: "Learning rate",
    options: [
      { id: "0.2", label: "0.2, nearly converged" },
      { id: "0.05", label: "0.05, under-trained" },
    ],
    initial: "0.2",
  },
} as const;
type State = StateOf<typeof controls>;

/** Means over the seeds of the record: for each learning rate, measure and row, one value a share. */
export interface Rows {
  readonly shares: readonly number[];
  readonly seeds: number;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly short: string;
    readonly ink: string;
    readonly dash: string;
  }[];
  readonly means: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>
  >;
}

const percent = (share: number) => `${Math.round(share * 100)}`;

export function chartOf(state: State, rows: Rows) {
  const means = rows.means[state.rate]![state.measure]!;
  const series: Series[] = rows.rows.map(({ id, title, short, ink, dash }) => ({
    id,
    label: title,
    short,
    ink,
    ...(dash && { dash }),
    strong: true,
    points: rows.shares.map((x, k) => ({ x, y: means[id]![k]! })),
  }));
  return {
    label: `${measures[state.measure]} against the background share, simulated`,
    description: say(state, rows),
    series,
    xAxis: "background share, percent",
    yAxis: `${measures[state.measure]}, mean of ${rows.seeds} seeds`,
    steps: rows.shares.map((x) => ({ x, label: percent(x) })),
  };
}

export function say(state: State, rows: Rows): string {
  const means = rows.means[state.rate]![state.measure]!;
  const last = rows.shares.length - 1;
  const of = (id: string) => means[id]!;
  const fall = (id: string) => `${of(id)[0]!.toFixed(2)} to ${of(id)[last]!.toFixed(2)}`;
  return (
    `From ${percent(rows.shares[0]!)} to ${percent(rows.shares[last]!)} percent background, at learning rate ${state.rate}, ` +
    `the ${measures[state.measure]} goes from ${fall("soft-cross-entropy")} under cross-entropy, ` +
    `from ${fall("dice")} under Dice and from ${fall("tversky")} under the recall-tilted Tversky.`
  );
}

export function table(state: State, rows: Rows): Table {
  const means = rows.means[state.rate]![state.measure]!;
  return {
    caption: `${measures[state.measure]} by background share in percent, mean of ${rows.seeds} seeds, simulated`,
    columns: [{ label: "Loss" }, ...rows.shares.map((share) => ({ label: percent(share), numeric: true }))],
    rows: rows.rows.map(({ id, title }) => [title, ...means[id]!.map((value) => value.toFixed(3))]),
  };
}

export const spec: Spec<typeof controls, Rows> = { id: "lab-shares", version: 1, controls, presets: [], say };

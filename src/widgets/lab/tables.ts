import { scoresAt } from "../../experiments/outcome.ts";
import { rows as labRows } from "../../experiments/protocol.ts";
import { measures, spread } from "../../experiments/record.ts";
import type { Line } from "../../experiments/table.ts";
import type { Table } from "../../plots/table.ts";

/** What a run or the record found, as numbers: the curves together, and every class by itself. */

const none = "–";

/** A mean with its spread; a narrow cell breaks before the sign and not after it. */
export const within = (mean: number, sd: number): string => `${mean.toFixed(3)} ±\u00a0${sd.toFixed(3)}`;

function text(values: readonly number[]): string {
  const { mean, sd, n } = spread(values);
  if (n === 0) return none;
  return n > 1 ? within(mean, sd) : mean.toFixed(3);
}

const numeric = (labels: readonly string[]) => labels.map((label) => ({ label, numeric: true }));

export function table(lines: readonly Line[]): Table {
  const list = [
    ["curve-iou", "IoU"],
    ["curve-f1", "F1"],
    ["curve-precision", "precision"],
    ["curve-recall", "recall"],
    ["background-iou", "background IoU"],
    ["trace-centroid", "trace error, centroid"],
    ["trace-argmax", "trace error, likeliest pixel"],
  ] as const;
  return {
    caption:
      "On the test log: mean of the two curves, trace error of curve 1 in widths of the log; mean ± sd over seeds",
    columns: [{ label: "Loss" }, ...numeric(list.map(([, label]) => label))],
    rows: labRows.map(({ id, title }) => {
      const own = lines.filter(({ row }) => row === id);
      return [title, ...list.map(([name]) => text(own.map(measures[name])))];
    }),
  };
}

const classes = ["background", "curve 1", "curve 2"];

/** Each class under each loss: four scores, and the trace of a curve as two decoders read it. */
export function classTable(lines: readonly Line[]): Table {
  const scores = [
    ["iou", "IoU"],
    ["f1", "F1"],
    ["precision", "precision"],
    ["recall", "recall"],
  ] as const;
  const decoders = [
    ["centroid", "trace error, centroid"],
    ["argmax", "trace error, likeliest pixel"],
  ] as const;
  return {
    caption: "On the test log, class by class; trace errors in widths of the log; mean ± sd over seeds",
    columns: [
      { label: "Loss" },
      { label: "class" },
      ...numeric([...scores, ...decoders].map(([, label]) => label)),
    ],
    rows: labRows.flatMap(({ id, title }) => {
      const own = lines.filter(({ row }) => row === id);
      const judged = own.map((line) => scoresAt(line, line.share));
      return classes.map((name, c) => [
        title,
        name,
        ...scores.map(([score]) => text(judged.map((each) => each[c]![score]))),
        // The background leaves no trace.
        ...decoders.map(([decoder]) => (c === 0 ? none : text(own.map((line) => line[decoder][c - 1]!)))),
      ]);
    }),
  };
}

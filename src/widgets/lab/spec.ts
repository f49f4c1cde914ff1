import { defaultProtocol, rows as labRows, type Protocol } from "../../experiments/protocol.ts";
import { measures, spread } from "../../experiments/record.ts";
import type { Line } from "../../experiments/table.ts";
import type { DotRow } from "../../plots/lab.ts";
import type { Table } from "../../plots/table.ts";
import type { StateOf } from "../controls.ts";
import { curveMeasures, measureChoice, percent, rateChoice, shareChoice } from "../lab-choices.ts";
import type { Spec } from "../widget.ts";

export const controls = {
  share: { ...shareChoice, initial: String(defaultProtocol.share) },
  imbalance: {
    kind: "choice",
    rare: true,
    label: "How the share is set",
    options: [
      { id: "thinning", label: "by leaving background pixels out" },
      { id: "geometry", label: "by drawing a wider log" },
    ],
    initial: "thinning",
  },
  difficulty: {
    kind: "choice",
    rare: true,
    label: "The scan",
    options: [
      { id: "easy", label: "clean" },
      { id: "medium", label: "worn" },
      { id: "hard", label: "bad copy" },
    ],
    initial: "medium",
  },
  rate: { ...rateChoice, rare: true },
  steps: { kind: "number", rare: true, label: "Steps", min: 10, max: 1000, step: 10, initial: 200 },
  seeds: { kind: "number", rare: true, label: "Seeds", min: 1, max: 8, step: 1, initial: 1 },
  measure: measureChoice,
  row: {
    kind: "choice",
    unseen: true,
    label: "Show on the log",
    options: labRows.map(({ id, title }) => ({ id, label: title })),
    initial: "soft-cross-entropy",
  },
} as const;
export type State = StateOf<typeof controls>;

export interface Rows {
  /** The record's lines at the initial share and rate, so that the page is complete before anything runs. */
  readonly lines: readonly Line[];
}

export const protocolOf = (state: State): Omit<Protocol, "row" | "seed"> => ({
  share: Number(state.share),
  imbalance: state.imbalance as Protocol["imbalance"],
  difficulty: state.difficulty as Protocol["difficulty"],
  steps: state.steps,
  learningRate: Number(state.rate),
});

/** What a run will take, in words, before it starts; measured on two cores, and said to be about that. */
export function costOf({ share, steps, seeds }: State): string {
  // Time follows the number of training pixels; a row at 97 in a hundred took six tenths of a second.
  const perRow = 0.018 / (1 - Number(share));
  const seconds = (perRow * labRows.length * seeds * steps) / defaultProtocol.steps / 2 + 0.6 * seeds;
  return seconds < 90
    ? `about ${Math.max(1, Math.round(seconds))} seconds on two cores`
    : `about ${Math.round(seconds / 60)} minutes on two cores`;
}

export function dotsOf(state: State, lines: readonly Line[]) {
  const measure = measures[state.measure];
  const rows: DotRow[] = labRows.map(({ id, title }) => {
    const values = lines.filter(({ row }) => row === id).map(measure);
    const { mean, sd } = spread(values);
    return { label: title, values, mean, sd };
  });
  return {
    label: `${curveMeasures[state.measure]} of the curves under each loss, simulated`,
    description: `${curveMeasures[state.measure]} on the test log, mean of the two curves, one tick a seed.`,
    axis: `${curveMeasures[state.measure]} of the two curves on the test log`,
    rows,
  };
}

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
  const text = (values: number[]) => {
    const { mean, sd, n } = spread(values);
    if (n === 0) return "–";
    return n > 1 ? `${mean.toFixed(3)} ± ${sd.toFixed(3)}` : mean.toFixed(3);
  };
  return {
    caption:
      "On the test log: mean of the two curves, trace error of curve 1 in widths of the log; mean ± sd over seeds",
    columns: [{ label: "Loss" }, ...list.map(([, label]) => ({ label, numeric: true }))],
    rows: labRows.map(({ id, title }) => {
      const own = lines.filter(({ row }) => row === id);
      return [title, ...list.map(([name]) => text(own.map(measures[name])))];
    }),
  };
}

export function sayOf(state: State, lines: readonly Line[]): string {
  const dots = dotsOf(state, lines).rows;
  const known = dots.filter(({ mean }) => !Number.isNaN(mean));
  if (known.length === 0) return `Nothing has run with these settings. A run takes ${costOf(state)}.`;
  const best = known.reduce((a, b) => (b.mean > a.mean ? b : a));
  const least = known.reduce((a, b) => (b.mean < a.mean ? b : a));
  const seeds = new Set(lines.map(({ seed }) => seed)).size;
  return (
    `At ${percent(Number(state.share))} percent background, over ${seeds} ${seeds === 1 ? "seed" : "seeds"}, the ` +
    `${curveMeasures[state.measure]} of the curves runs from ${least.mean.toFixed(2)} (${least.label}) to ` +
    `${best.mean.toFixed(2)} (${best.label}).`
  );
}

export const spec: Spec<typeof controls, Rows> = {
  id: "lab",
  version: 1,
  controls,
  presets: [
    { id: "mild", label: "four fifths paper", values: { share: "0.8" } },
    { id: "reference", label: "the reference share", values: { share: String(defaultProtocol.share) } },
    { id: "slow", label: "under-trained", values: { rate: "0.05" } },
    { id: "hard", label: "a bad copy", values: { difficulty: "hard" } },
  ],
  say: (state, rows) => sayOf(state, rows.lines),
};

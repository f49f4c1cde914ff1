import { defaultProtocol, rows as labRows, type Protocol } from "../../experiments/protocol.ts";
import { measures, spread } from "../../experiments/record.ts";
import type { Line } from "../../experiments/table.ts";
import type { DotRow } from "../../plots/lab.ts";
import { initialState, type StateOf } from "../controls.ts";
import { curveMeasures, measureChoice, percent, rateChoice, shareChoice } from "../lab-choices.ts";
import type { Spec } from "../widget.ts";
import { type Leads, sayLead } from "./lead.ts";

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
  live: {
    kind: "choice",
    unseen: true,
    label: "IoU of",
    options: [
      { id: "curves", label: "both curves, mean" },
      { id: "curve-1", label: "curve 1" },
      { id: "curve-2", label: "curve 2" },
      { id: "background", label: "background" },
    ],
    initial: "curves",
  },
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
  /** What a longer run is compared with. */
  readonly leads: Leads;
}

export const protocolOf = (state: State): Omit<Protocol, "row" | "seed"> => ({
  share: Number(state.share),
  imbalance: state.imbalance as Protocol["imbalance"],
  difficulty: state.difficulty as Protocol["difficulty"],
  steps: state.steps,
  learningRate: Number(state.rate),
});

/** Settings that decide results; the others only choose what is shown. */
export const keyOf = (state: State): string => JSON.stringify([protocolOf(state), state.seeds]);
const recordKey = keyOf(initialState(controls) as State);

/** The record's lines where the settings are the record's, whatever the number of seeds to run; elsewhere none. */
export const recordedAt = (state: State, { lines }: Rows): readonly Line[] =>
  keyOf({ ...state, seeds: controls.seeds.initial }) === recordKey ? lines : [];

/** What a run will take, in words, before it starts; measured on two cores, and said to be about that. */
export function costOf({ share, steps, seeds }: State): string {
  // Time follows the number of training pixels; a row at 97 in a hundred took six tenths of a second.
  const perRow = 0.018 / (1 - Number(share));
  const seconds = (perRow * labRows.length * seeds * steps) / defaultProtocol.steps / 2 + 0.6 * seeds;
  const [count, unit] =
    seconds < 90 ? [Math.max(1, Math.round(seconds)), "second"] : [Math.round(seconds / 60), "minute"];
  return `about ${count} ${unit}${count === 1 ? "" : "s"} on two cores`;
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

/** Lines that are known, and how far the run is that they come from; the record's come from none. */
export interface Found {
  readonly lines: readonly Line[];
  readonly way?: "running" | "stopped" | "ended";
  /** Why the run cannot go on, where it cannot. */
  readonly failed?: string;
}

/** What was found under these settings, or that nothing was. */
export function sayOf(state: State, { lines, way, failed }: Found, rows: Rows): string {
  const known = dotsOf(state, lines).rows.filter(({ mean }) => !Number.isNaN(mean));
  if (known.length === 0) {
    if (way === "running") return "The run has begun; no loss is trained yet.";
    if (failed) return `Nothing was trained: ${failed}.`;
    if (way === "stopped") return "The run was stopped before a loss was trained.";
    return `Nothing has run with these settings. A run takes ${costOf(state)}.`;
  }
  const best = known.reduce((a, b) => (b.mean > a.mean ? b : a));
  const least = known.reduce((a, b) => (b.mean < a.mean ? b : a));
  const seeds = new Set(lines.map(({ seed }) => seed)).size;
  const range = ({ mean, label }: DotRow) => `${mean.toFixed(2)} (${label})`;
  const runs = best === least ? `is ${range(best)}` : `runs from ${range(least)} to ${range(best)}`;
  const partly = way === "running" || way === "stopped";
  return (
    `${partly ? "So far, at" : "At"} ${percent(Number(state.share))} percent ` +
    `background, over ${seeds} ${seeds === 1 ? "seed" : "seeds"}, the ${curveMeasures[state.measure]} of the curves ` +
    `${runs}.${partly ? "" : sayLead(state, lines, rows.leads)}`
  );
}

/** The record's settings; a preset sets all of them, so that it says one thing whatever stood before. */
const { share, imbalance, difficulty, rate, steps } = initialState(controls);
const recorded = { share, imbalance, difficulty, rate, steps };

export const spec: Spec<typeof controls, Rows> = {
  id: "lab",
  version: 1,
  controls,
  presets: [
    { id: "mild", label: "four fifths paper", values: { ...recorded, share: "0.8" } },
    { id: "reference", label: "the reference share", values: recorded },
    { id: "slow", label: "under-trained", values: { ...recorded, rate: "0.05" } },
    { id: "long", label: "the same with 800 steps", values: { ...recorded, rate: "0.05", steps: 800 } },
    { id: "hard", label: "a bad copy", values: { ...recorded, difficulty: "hard" } },
  ],
  say: (state, rows) => sayOf(state, { lines: recordedAt(state, rows) }, rows),
};

import { sortedErrors } from "../../experiments/lovasz-order.ts";
import { type Departure, faithful, type Truth } from "../../experiments/prediction.ts";
import { rowOf } from "../../experiments/protocol.ts";
import { scene } from "../../experiments/scene.ts";
import type { SortData } from "../../plots/lovasz-sort.ts";
import type { Table } from "../../plots/table.ts";
import type { Heard } from "../../worker/tasks.ts";
import { initialState, type StateOf } from "../controls.ts";
import type { Spec } from "../widget.ts";
import { inkOf } from "./grid.ts";

const { confidence: sure } = faithful;
const slider = (
  label: string,
  min: number,
  max: number,
  step: number,
  initial: number,
  unit: string,
  moves: readonly string[] = [],
) => ({ kind: "range", label, min, max, step, initial, unit, ...(moves.length > 0 && { moves }) }) as const;

export const controls = {
  shift: slider("Shift to the right", -12, 12, 0.25, 0.5, "pixels"),
  blur: slider("Blur", 0, 3, 0.1, 0.6, "pixels"),
  missed: slider("Missed rows", 0, 60, 5, 25, "percent", ["generalised-dice.fn", "focal-tversky.fn"]),
  stray: slider("Radius of a stray blob", 0, 16, 0.5, 4, "pixels", [
    "generalised-dice.fp",
    "focal-tversky.fp",
  ]),
  confidence: slider("Confidence", 0, 10, 0.5, 4, "logits", [
    "soft-cross-entropy.true-class",
    "generalised-dice.tp",
    "focal-tversky.tp",
  ]),
  sorted: {
    kind: "choice",
    unseen: true,
    label: "Show the Lovász sort of",
    options: [
      { id: "1", label: "curve 1" },
      { id: "2", label: "curve 2" },
      { id: "0", label: "the background" },
    ],
    initial: "2",
  },
} as const;
export type State = StateOf<typeof controls>;

/** What is said of a loss without its pictures. */
export type Spoken = Omit<Heard, "logits" | "probabilities">;

export interface Rows {
  readonly heard: readonly Spoken[];
}

export const seed = 7;
export const side = 128;

/** The frame of this figure: two simulated curves, as empty as the reference task. */
export function truthOfFigure(): Truth {
  const { labels } = scene({ seed, width: side, height: side, difficulty: "easy" });
  return { width: side, height: side, classes: 3, labels };
}

export const departureOf = ({
  blur,
  shift,
  missed,
  stray,
  confidence,
}: Omit<State, "sorted">): Departure => ({
  blur,
  shift,
  missed: missed / 100,
  stray,
  confidence,
});

export const namesOf = (classes: number): string[] =>
  Array.from({ length: classes }, (_, c) => (c === 0 ? "background" : `curve ${c}`));
const percent = (share: number) => `${Math.round(share * 100)}`;

export function sayOf(heard: readonly Spoken[]): string {
  const background = heard.map(({ row, logitShares }) => ({ row, share: logitShares[0]! }));
  // Shares that are printed alike are alike here: the first of the rows is named, and never one by its rounding.
  const shown = (one: { readonly share: number }) => Number(percent(one.share));
  const most = background.reduce((a, b) => (shown(b) > shown(a) ? b : a));
  const least = background.reduce((a, b) => (shown(b) < shown(a) ? b : a));
  const entropy = background.find(({ row }) => row === "soft-cross-entropy")!;
  if (heard.every(({ logitShares }) => logitShares.every((share) => !(share > 0))))
    return "No loss pulls at any logit here.";
  return (
    `Of the pull on the logits, ${percent(entropy.share)} percent falls on background pixels under cross-entropy; ` +
    `the most under ${rowOf(most.row).title} (${percent(most.share)}), ` +
    `the least under ${rowOf(least.row).title} (${percent(least.share)}).`
  );
}

/** The state in words; what the losses say of it follows when they have been heard. */
function say(state: State, rows: Rows): string {
  const initial: State = initialState(controls);
  const { shift, blur, missed, stray, confidence } = controls;
  const moved = Object.keys({ shift, blur, missed, stray, confidence }) as (keyof State)[];
  if (moved.every((id) => state[id] === initial[id])) return sayOf(rows.heard);
  return (
    `The prediction: shifted by ${state.shift} pixels, blurred by ${state.blur}, ${state.missed} percent of the rows ` +
    `missed, a stray blob of radius ${state.stray}, ${state.confidence} logits sure.`
  );
}

export function table(heard: readonly Spoken[], names: readonly string[]): Table {
  const shares = (of: string) => names.map((name) => ({ label: `${of}: ${name}, percent`, numeric: true }));
  const cells = (values: readonly number[]) => values.map((share) => (100 * share).toFixed(1));
  return {
    caption: "Value of each loss, and where the absolute gradient falls, by the true class of the pixel",
    columns: [
      { label: "Loss" },
      { label: "value", numeric: true },
      ...shares("logits"),
      ...shares("probabilities"),
    ],
    rows: heard.map(({ row, value, logitShares, probabilityShares }) => [
      rowOf(row).title,
      value.toFixed(4),
      ...cells(logitShares),
      ...cells(probabilityShares),
    ]),
  };
}

/** The worst pixels of one class in the order in which Lovász takes them. */
export function sortOf(truth: Truth, logits: Float64Array, c: number, names: readonly string[]): SortData {
  const sorted = sortedErrors(truth, logits, c, 160);
  const misses = sorted.filter(({ inside }) => inside).length;
  const sum = sorted.reduce((all, { adds }) => all + adds, 0);
  return {
    label: `The Lovász sort of ${names[c]}`,
    description:
      `Of the ${sorted.length} pixels with the largest errors ${misses} are pixels of the class and ` +
      `${sorted.length - misses} are not; together they hold ${percent(sum)} percent of the weight.`,
    sorted,
    ink: inkOf(c),
    other: c === 0 ? "curve-1" : "background",
  };
}

const none = { blur: 0, shift: 0, missed: 0, stray: 0, confidence: sure };

export const spec: Spec<typeof controls, Rows> = {
  id: "gradients",
  version: 1,
  controls,
  presets: [
    { id: "untrained", label: "untrained", values: { ...none, confidence: 0 } },
    { id: "aside", label: "a pixel aside", values: { ...none, shift: 1 } },
    { id: "missed", label: "a stretch missed", values: { ...none, missed: 25 } },
    { id: "stray", label: "a stray blob", values: { ...none, stray: 6 } },
    { id: "unsure", label: "right but unsure", values: { ...none, confidence: 1 } },
  ],
  say,
};

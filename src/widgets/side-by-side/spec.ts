import { type Course, oneCurve, steps, type Wrong } from "../../experiments/one-curve.ts";
import type { Series } from "../../plots/lab.ts";
import type { Table } from "../../plots/table.ts";
import { initialState, type StateOf } from "../controls.ts";
import type { Spec } from "../widget.ts";
import { differences } from "./differences.ts";

const tick = (label: string, initial = false) => ({ kind: "check" as const, label, initial });

export const controls = {
  "soft-cross-entropy": tick("Soft cross-entropy", true),
  dice: tick("Dice", true),
  focal: tick("Focal"),
  "lovasz-softmax": tick("Lovász-Softmax"),
  tversky: tick("Tversky", true),
  "generalised-dice": tick("Generalised Dice"),
  "focal-tversky": tick("Focal Tversky"),
  curves: {
    kind: "choice",
    label: "Draw",
    options: [
      { id: "loss", label: "the loss" },
      { id: "pull", label: "the pull of its gradient" },
    ],
    initial: "loss",
  },
} as const;
export type State = StateOf<typeof controls>;
export type Id = Exclude<keyof typeof controls, "curves">;

export const ids = Object.keys(controls).filter((id): id is Id => id !== "curves");
export const least = 2;
export const most = 4;

/** The state in which just these losses are ticked. */
export const stateOf = (ticked: readonly string[]): State => ({
  ...initialState(controls),
  ...(Object.fromEntries(ids.map((id) => [id, ticked.includes(id)])) as Record<Id, boolean>),
});

/** Two to four losses, whatever is ticked: the first four, or the opening ones added until there are two. */
export function chosen(state: State): readonly Id[] {
  const ticked = ids.filter((id) => state[id]).slice(0, most);
  const opening = ids.filter((id) => controls[id].initial && !ticked.includes(id));
  const filled = [...ticked, ...opening.slice(0, Math.max(0, least - ticked.length))];
  return ids.filter((id) => filled.includes(id));
}

/** A symbol that means one thing in several losses carries one name there, whatever letter a paper gives it. */
export interface Mark {
  readonly id: string;
  /** "weight of a false negative". */
  readonly name: string;
  /** The letter in this loss, where it is a parameter. */
  readonly letter?: string;
}

/** What the browser is handed of each loss. */
export interface Compared {
  readonly id: Id;
  readonly title: string;
  readonly short: string;
  readonly ink: string;
  readonly dash: string;
  /** Only losses that score the same thing share symbols. */
  readonly scores: string;
  readonly marks: readonly Mark[];
  readonly courses: Readonly<Record<Wrong, Course>>;
}

export interface Handed {
  readonly losses: readonly Compared[];
}

export const lossesOf = (state: State, { losses }: Handed): readonly Compared[] => {
  const shown = chosen(state);
  return losses.filter(({ id }) => shown.includes(id));
};

const axes = {
  miss: `probability taken from the curve’s ${oneCurve.curve} pixels`,
  stray: `probability given to ${oneCurve.curve} background pixels`,
} as const;
const measured = { loss: "loss", pull: "pull" } as const;

/** The upper end of the scale is that of all seven, so that no choice of losses stretches a curve. */
function topOf({ losses }: Handed, curves: State["curves"]): number {
  const all = losses.flatMap(({ courses }) => [...courses.miss[curves], ...courses.stray[curves]]);
  return Math.ceil(Math.max(...all) * 20) / 20;
}

export function chartOf(state: State, rows: Handed, wrong: Wrong) {
  const series: Series[] = lossesOf(state, rows).map(({ id, title, short, ink, dash, courses }) => ({
    id,
    label: title,
    short,
    ink,
    ...(dash && { dash }),
    strong: true,
    points: steps.map((x, k) => ({ x, y: courses[wrong][state.curves][k]! })),
  }));
  const what = wrong === "miss" ? "the curve is missed" : "the same number of pixels stray";
  return {
    label: `${measured[state.curves]} as ${what}, ${oneCurve.curve} of ${oneCurve.pixels} pixels`,
    description: says(state, rows),
    series,
    xAxis: axes[wrong],
    yAxis: measured[state.curves],
    top: topOf(rows, state.curves),
  };
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** What only one of the compared losses has in its equation, in words; then what two of them write differently. */
function says(state: State, rows: Handed): string {
  const found = differences(lossesOf(state, rows));
  const together = `${listed(found.map(({ title }) => title))} side by side.`;
  const own = found.map(({ title, own: marks }) =>
    marks.length > 0
      ? `In ${title} alone: ${listed(marks.map(({ name }) => name))}.`
      : `Nothing in ${title} that the others lack.`,
  );
  const letters = found.flatMap(({ title, letters: swapped }) =>
    swapped.map(({ name, here, there }) => `The ${name} is ${here} in ${title} and ${there}.`),
  );
  return [...clamped(state), together, ...own, ...letters].join(" ");
}

/** Only an address can tick more than four or fewer than two; it is told what became of it. */
function clamped(state: State): string[] {
  const shown = chosen(state);
  const over = ids.filter((id) => state[id] && !shown.includes(id)).map((id) => controls[id].label);
  const added = shown.filter((id) => !state[id]).map((id) => controls[id].label);
  return [
    ...(over.length > 0 ? [`Four are shown at the most, without ${listed(over)}.`] : []),
    ...(added.length > 0 ? [`Two are shown at the least, so ${listed(added)} joined.`] : []),
  ];
}

const half = steps.length / 2;

export function table(state: State, rows: Handed): Table {
  const at = (course: readonly number[], k: number) => course[k]!.toFixed(3);
  const name = measured[state.curves];
  return {
    caption: `The ${name} on one curve of ${oneCurve.curve} in ${oneCurve.pixels} pixels, computed by the site’s code`,
    columns: [
      { label: "Loss" },
      ...["curve missed by half", "curve missed", "as many strays by half", "as many strays"].map(
        (label) => ({
          label,
          numeric: true,
        }),
      ),
    ],
    rows: lossesOf(state, rows).map(({ title, courses }) => [
      title,
      at(courses.miss[state.curves], half),
      at(courses.miss[state.curves], steps.length - 1),
      at(courses.stray[state.curves], half),
      at(courses.stray[state.curves], steps.length - 1),
    ]),
  };
}

export const spec: Spec<typeof controls, Handed> = {
  id: "side-by-side",
  version: 1,
  controls,
  presets: [],
  say: says,
};

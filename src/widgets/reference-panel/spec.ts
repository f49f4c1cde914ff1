import type { Reading } from "../../plots/reading.ts";
import type { Bar, BarsData, Errors } from "../../plots/reference.ts";
import type { Table } from "../../plots/table.ts";
import type { StateOf } from "../controls.ts";
import type { Spec } from "../widget.ts";

/** A score of the Dice baseline and of the predictor that answers background everywhere. */
export interface Pair {
  readonly model: Reading;
  readonly rival: Reading;
}

export interface Scores {
  /** Background, curve 1, curve 2. */
  readonly classes: readonly Pair[];
  readonly mean: Pair;
  readonly weighted: Pair;
  readonly curves: Pair;
}

export interface Rows {
  readonly labels: readonly string[];
  readonly iou: Scores;
  readonly f1: Scores;
  readonly error: { readonly dice: Reading; readonly tversky: Reading; readonly fall: string };
  /** Share of background in the frame, as printed. */
  readonly share: string;
  /** Where the measured and the derived numbers come from. */
  readonly origin: string;
  readonly derived: string;
}

export const controls = {
  judge: {
    kind: "choice",
    label: "Judge the model by",
    options: [
      { id: "class", label: "each class" },
      { id: "mean", label: "plain mean" },
      { id: "weighted", label: "mean weighted by pixels" },
      { id: "curves", label: "the two curves" },
    ],
    initial: "class",
  },
  score: {
    kind: "choice",
    label: "Score",
    options: [
      { id: "iou", label: "IoU" },
      { id: "f1", label: "F1" },
    ],
    initial: "iou",
  },
  rival: {
    kind: "check",
    label: "beside a predictor that answers background everywhere",
    initial: true,
  },
} as const;

type State = StateOf<typeof controls>;
const names = { iou: "IoU", f1: "F1" } as const;
const inks = ["background", "curve-1", "curve-2"] as const;
const averages = [
  { id: "mean", label: "plain mean" },
  { id: "weighted", label: "weighted by pixels" },
  { id: "curves", label: "the two curves" },
] as const;

function verdict(name: string, average: string, { model, rival }: Pair): string {
  const better = model.value > rival.value;
  return (
    `By the ${average} of ${name}, the model scores ${model.text} and a predictor that never draws a curve ` +
    `${rival.text}: ${better ? "the model comes out ahead" : "the average prefers the predictor that finds nothing"}.`
  );
}

export const spec: Spec<typeof controls, Rows> = {
  id: "reference-panel",
  version: 1,
  controls,
  presets: [],
  say({ judge, score }, rows) {
    const scores = rows[score];
    const name = names[score];
    const [background, one, two] = scores.classes;
    switch (judge) {
      case "mean":
        return verdict(name, "plain mean over the three classes", scores.mean);
      case "weighted":
        return verdict(name, "mean weighted by pixels", scores.weighted);
      case "curves":
        return verdict(name, "mean over the two curves", scores.curves);
      default:
        return (
          `Class by class, the ${name} is ${background!.model.text} on the background and ${one!.model.text} and ` +
          `${two!.model.text} on the curves: the success stands where nothing was to be found.`
        );
    }
  },
};

export function barsOf({ judge, score, rival }: State, rows: Rows): BarsData {
  const scores = rows[score];
  const classes: Bar[] = scores.classes.map((pair, c) => ({
    ...pair,
    label: rows.labels[c]!,
    ink: inks[c]!,
    aside: judge !== "class" && !(judge === "curves" && c > 0),
  }));
  const means: Bar[] = averages.map(({ id, label }) => ({
    ...scores[id],
    label,
    ink: "average",
    aside: judge !== "class" && judge !== id,
  }));
  const bars = [...classes, ...means];
  return {
    bars,
    axis: `${names[score]}, 1 is perfect`,
    model: "Dice baseline",
    ...(rival ? { rival: "background everywhere" } : {}),
    label: `${names[score]} of the Dice baseline, by class and by average`,
    description: bars.map(({ label, model }) => `${label} ${model.text}`).join(", "),
  };
}

export function errorsOf({ error }: Rows): Errors {
  return {
    errors: [
      { label: "Dice baseline", reading: error.dice },
      { label: "Tversky, one recall-tilted configuration", reading: error.tversky },
    ],
    difference: `${error.fall} less; shorter is better`,
    label: "Error of the recovered curve 1",
    description: `Dice ${error.dice.text}, Tversky ${error.tversky.text}; the unit is not published.`,
  };
}

/** Everything that the figure can show, whatever it shows now. */
export function tables({ labels, iou, f1, error }: Rows): Table[] {
  const line = (label: string, of: (scores: Scores) => Pair) => [
    label,
    of(iou).model.text,
    of(iou).rival.text,
    of(f1).model.text,
    of(f1).rival.text,
  ];
  return [
    {
      caption: "IoU and F1 of the Dice baseline (measured) and of background everywhere (derived)",
      columns: [
        { label: "class or average" },
        { label: "IoU, Dice", numeric: true },
        { label: "IoU, background everywhere", numeric: true },
        { label: "F1, Dice", numeric: true },
        { label: "F1, background everywhere", numeric: true },
      ],
      rows: [
        ...labels.map((label, c) => line(label, ({ classes }) => classes[c]!)),
        ...averages.map(({ id, label }) => line(label, (scores) => scores[id])),
      ],
    },
    {
      caption: "Mean absolute error of the recovered curve 1 (measured; unit not published)",
      columns: [{ label: "run" }, { label: "error", numeric: true }],
      rows: [
        ["Dice baseline", error.dice.text],
        ["Tversky, one recall-tilted configuration", error.tversky.text],
        ["fall, derived", error.fall],
      ],
    },
  ];
}

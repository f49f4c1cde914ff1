import type { Reading } from "../../plots/reading.ts";
import type { Table } from "../../plots/table.ts";
import type { Place } from "../../plots/two-axis.ts";
import type { Spec } from "../widget.ts";

export interface Family extends Place {
  /** The site's equation, as MathML. */
  readonly equation: string;
  readonly paper: { readonly label: string; readonly href: string };
  readonly scores: string;
  readonly reported: Report | undefined;
}

export const unreported = "Nothing that we have read reports it.";

/** How the review reports a family's response to a growing background, and what speaks against it. */
export interface Report {
  readonly statement: string;
  readonly counter: readonly string[];
  /** The claim's own place, with its sources. */
  readonly href: string;
}

/** The reference task's numbers: one Dice run and one tilted Tversky run, nothing for the other families. */
export interface Reference {
  readonly iou: readonly { readonly label: string; readonly reading: Reading }[];
  readonly error: { readonly dice: Reading; readonly tversky: Reading };
  /** Where the numbers come from. */
  readonly origin: string;
}

export interface Rows {
  readonly families: readonly Family[];
  readonly reference: Reference;
}

/** What the browser needs to say in words; equations stay on the page. */
export interface Names {
  readonly families: readonly { readonly id: string; readonly says: string }[];
}

export const controls = {
  family: {
    kind: "choice",
    label: "family",
    options: [
      { id: "none", label: "none" },
      { id: "soft-cross-entropy", label: "soft cross-entropy" },
      { id: "focal", label: "Focal" },
      { id: "dice", label: "Dice" },
      { id: "generalised-dice", label: "generalised Dice" },
      { id: "lovasz-softmax", label: "Lovász-Softmax" },
      { id: "tversky", label: "Tversky" },
      { id: "focal-tversky", label: "focal Tversky" },
    ],
    initial: "none",
    unseen: true,
  },
} as const;

export const spec: Spec<typeof controls, Names> = {
  id: "two-axis-map",
  version: 1,
  controls,
  presets: [],
  quiet: true,
  say({ family }, { families }) {
    return (
      families.find(({ id }) => id === family)?.says ??
      "Each mark leads to its loss: the equation, the paper and what is reported of it."
    );
  },
};

const scored = {
  "per-pixel": "scores pixel by pixel",
  "overlap-aware": "scores the overlap of sets",
  "metric-aware": "scores the metric itself",
} as const;
const balance = {
  symmetric: "weighs both errors alike",
  tunable: "can weigh a miss more than a stray",
} as const;

export const says = ({ title, overlap, control }: Place) =>
  `${title} ${scored[overlap]} and ${balance[control]}.`;

/** The families of which the reference task holds a run. */
export const measured = (id: string) => id === "dice" || id === "tversky";

/** What was measured of a family on the reference task; for most of them, nothing was. */
export function measuredOf(id: string, { iou, error }: Reference): string {
  const classes = iou.map(({ label, reading }) => `${reading.text} ${label}`).join(", ");
  if (id === "dice")
    return `IoU of the Dice baseline: ${classes}. Error of the recovered curve 1: ${error.dice.text}.`;
  if (id === "tversky")
    return (
      `Error of the recovered curve 1 under one recall-tilted configuration: ${error.tversky.text}, ` +
      `against ${error.dice.text} under Dice.`
    );
  return "Not measured: the reference task holds one Dice run and one Tversky run.";
}

export function table({ families, reference }: Rows): Table {
  return {
    caption: "The seven families, their cells on the map and what is known of them",
    columns: [
      { label: "family" },
      { label: "what is scored" },
      { label: "balance of errors" },
      { label: "paper" },
      { label: "reported by the review" },
      { label: "measured on the reference task" },
    ],
    rows: families.map((family) => [
      family.title,
      family.overlap,
      family.control,
      family.paper.label,
      family.reported?.statement ?? unreported,
      measuredOf(family.id, reference),
    ]),
  };
}

import { shares } from "../experiments/protocol.ts";
import type { Measure } from "../experiments/record.ts";
import type { ChoiceControl } from "./controls.ts";

/** What the lab's two figures let a reader choose alike, worded once. */

export const curveMeasures = {
  "curve-recall": "recall",
  "curve-precision": "precision",
  "curve-f1": "F1",
  "curve-iou": "IoU",
} as const satisfies Partial<Record<Measure, string>>;
export type CurveMeasure = keyof typeof curveMeasures;

export const percent = (share: number) => `${Math.round(share * 100)}`;

export const shareChoice = {
  kind: "choice",
  label: "Background share in training",
  options: shares.map((share) => ({ id: String(share), label: `${percent(share)} percent` })),
  slider: true,
} as const satisfies Omit<ChoiceControl, "initial">;

export const measureChoice = {
  kind: "choice",
  label: "Judge the curves by",
  options: [
    { id: "curve-recall", label: curveMeasures["curve-recall"] },
    { id: "curve-precision", label: curveMeasures["curve-precision"] },
    { id: "curve-f1", label: curveMeasures["curve-f1"] },
    { id: "curve-iou", label: curveMeasures["curve-iou"] },
  ],
  initial: "curve-recall",
} as const satisfies ChoiceControl;

export const rateChoice = {
  kind: "choice",
  label: "Learning rate",
  options: [
    { id: "0.2", label: "0.2" },
    { id: "0.05", label: "0.05, slower" },
  ],
  initial: "0.2",
} as const satisfies ChoiceControl;

import type { Confusion } from "./confusion.ts";

/**
 * Scores of one class. A quotient 0/0 is NaN, never a number picked in silence:
 * IoU and F1 are NaN when the class is absent from truth and prediction, recall when it is absent from the truth,
 * precision when it is never predicted. Averages below say what they do with NaN.
 */
export interface Scores {
  readonly iou: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

export type Score = keyof Scores;

/** What an average does with a class that has no score: leave it out, or count it as 0, or as 1. */
export type AbsentClass = "skip" | "zero" | "one";

/** Hard counts of class `c`: tp predicted and true, fp predicted only ("stray"), fn true only ("missed"). */
export function countsOf({ classes, counts }: Confusion, c: number): { tp: number; fp: number; fn: number } {
  let predicted = 0;
  let actual = 0;
  for (let k = 0; k < classes; k++) {
    predicted += counts[k * classes + c]!;
    actual += counts[c * classes + k]!;
  }
  const tp = counts[c * classes + c]!;
  return { tp, fp: predicted - tp, fn: actual - tp };
}

/** The four scores from hard counts. */
export function scoresOf({ tp, fp, fn }: { tp: number; fp: number; fn: number }): Scores {
  return {
    iou: tp / (tp + fp + fn),
    f1: (2 * tp) / (2 * tp + fp + fn),
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
  };
}

/** The four scores of every class, in class order. */
export function scores(matrix: Confusion): Scores[] {
  return Array.from({ length: matrix.classes }, (_, c) => scoresOf(countsOf(matrix, c)));
}

/** Share of pixels that carry their true label. */
export function accuracy({ classes, counts }: Confusion): number {
  let right = 0;
  let all = 0;
  for (let i = 0; i < counts.length; i++) {
    all += counts[i]!;
    if (i % (classes + 1) === 0) right += counts[i]!;
  }
  return right / all;
}

/** Share of the pixels that truly belong to each class. */
export function frequencies({ classes, counts }: Confusion): number[] {
  const rows = Array.from({ length: classes }, (_, c) =>
    counts.subarray(c * classes, (c + 1) * classes).reduce((sum, n) => sum + n, 0),
  );
  const all = rows.reduce((sum, n) => sum + n, 0);
  return rows.map((n) => n / all);
}

/**
 * Mean of one number per class with weights (equal when none are given: the "macro" mean; class shares give the
 * "frequency-weighted" one). NaN entries follow `absent`; the mean of nothing is NaN.
 */
export function average(
  values: readonly number[],
  weights: readonly number[] = values.map(() => 1),
  absent: AbsentClass = "skip",
): number {
  if (values.length !== weights.length)
    throw new RangeError(`${values.length} values need as many weights, not ${weights.length}`);
  let sum = 0;
  let total = 0;
  values.forEach((value, c) => {
    if (Number.isNaN(value) && absent === "skip") return;
    sum += weights[c]! * (Number.isNaN(value) ? Number(absent === "one") : value);
    total += weights[c]!;
  });
  return sum / total;
}

/** F1 that a pooled IoU implies: 2·IoU/(1+IoU). A mean of frames lies at or below the value at the mean IoU. */
export const f1FromIou = (iou: number): number => (2 * iou) / (1 + iou);

/** IoU that a pooled F1 implies: F1/(2−F1), the inverse of the above. */
export const iouFromF1 = (f1: number): number => f1 / (2 - f1);

/** Relative fall from one error to a smaller one, as a share of the first. */
export const relativeFall = (from: number, to: number): number => (from - to) / from;

/** IoU per class of the predictor that answers class 0 everywhere, for given class shares. */
export const constantPredictorIou = (shares: readonly number[]): number[] =>
  shares.map((share, c) => (c === 0 ? share : 0));

import type { Convention } from "./convention.ts";
import type { Checked } from "./frame.ts";

/** What a kernel returns: a value or a list of values, and the slopes of the value or of the list's sum. */
export interface Outcome {
  readonly value: number;
  readonly list?: Float64Array;
  /** To p, to log p or to the logits themselves, (B, C, N). */
  readonly slopes: Float64Array;
  /** To log q, for losses over pixels behind a sigmoid. */
  readonly slopesQ?: Float64Array;
  readonly to: "p" | "log" | "logits";
}

/** The images that one sum runs over, as [from, to) ranges: one range for the batch or one for each image. */
export function imagesOf(
  { batch }: Pick<Checked, "batch">,
  { over }: Convention,
): (readonly [number, number])[] {
  if (over === "batch") return [[0, batch]];
  return Array.from({ length: batch }, (_, b) => [b, b + 1] as const);
}

/**
 * The mean or sum of the units' values, or all of them. Where a unit has several values, one a class, the list keeps
 * the classes; a list of one value stays a list.
 */
export function reduceUnits(
  values: Float64Array,
  { reduction, classReduction }: Convention,
  perUnit = 1,
): Pick<Outcome, "value" | "list"> {
  if (reduction === "none") return { value: Number.NaN, list: values };
  const sums = new Float64Array(perUnit);
  for (let k = 0; k < values.length; k++) sums[k % perUnit]! += values[k]!;
  const reduced = reduction === "mean" ? sums.map((sum) => (sum * perUnit) / values.length) : sums;
  return classReduction === "none" ? { value: Number.NaN, list: reduced } : { value: reduced[0]! };
}

export function weightOf({ classWeights }: Convention, c: number): number {
  return classWeights === "none" ? 1 : classWeights[c]!;
}

/** How much of the class's value reaches the class reduction, for classes of these weights. */
export function classShares(weights: readonly number[], convention: Convention, mean: boolean): number[] {
  if (!mean) return [...weights];
  const total = convention.divideBy === "terms" ? weights.length : weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => (total === 0 ? 0 : weight / total));
}

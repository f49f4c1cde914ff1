import type { Random } from "../numerics/random.ts";

/** What a check found. Comparisons are made by a tally, which says what a departure is. */
export interface Outcome {
  readonly holds: boolean;
  /** How many comparisons were made. */
  readonly trials: number;
  /** The largest departure from the claim; below zero where an inequality held with room to spare. */
  readonly worst: number;
  /** How large a departure may be. */
  readonly tolerance: number;
  /** What was computed, with its numbers, in a short sentence. */
  readonly computed: string;
}

/** A number of the content by its path, `dice-baseline.iou.curve-1`; the caller has them, a check only asks. */
export type NumberOf = (path: string) => number;

/**
 * A claim as a procedure: what it says is computed by two routes on random inputs and compared. Beside it stands a
 * falsehood, the same procedure with one wrong ingredient, which must fail: a check that passes on it proves nothing.
 */
export interface Check {
  readonly falsehood: string;
  run(random: Random, numberOf: NumberOf): Outcome;
  falsified(random: Random, numberOf: NumberOf): Outcome;
}

/** A check from its procedure, the ingredient that the claim names and a wrong one. */
export function checkOf<Ingredient>({
  falsehood,
  right,
  wrong,
  procedure,
}: {
  readonly falsehood: string;
  readonly right: Ingredient;
  readonly wrong: NoInfer<Ingredient>;
  readonly procedure: (ingredient: Ingredient, random: Random, numberOf: NumberOf) => Outcome;
}): Check {
  return {
    falsehood,
    run: (random, numberOf) => procedure(right, random, numberOf),
    falsified: (random, numberOf) => procedure(wrong, random, numberOf),
  };
}

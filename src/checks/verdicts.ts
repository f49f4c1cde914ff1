import { random } from "../numerics/random.ts";
import type { Check, NumberOf, Outcome } from "./check.ts";
import { checks } from "./registry.ts";

/** What one run of a check found, of the claim and of its falsehood. */
export interface Verdict {
  readonly id: string;
  readonly seed: number;
  /** Whether the claim held and its falsehood failed; only both together say something. */
  readonly holds: boolean;
  readonly claim: Outcome;
  readonly falsehood: Outcome;
  /** The numbers of the content that were asked for, so that a page can hand a reader's browser just these. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** The check of a claim; a RangeError where there is none. */
export function checkOfClaim(id: string): Check {
  const check = Object.hasOwn(checks, id) ? checks[id] : undefined;
  if (!check) throw new RangeError(`claim ${JSON.stringify(id)}: no check of that name`);
  return check;
}

/** Runs the check of a claim and its falsehood on the inputs of a seed. */
export function verdictOf(id: string, seed: number, numberOf: NumberOf): Verdict {
  const check = checkOfClaim(id);
  const numbers: Record<string, number> = {};
  const asked: NumberOf = (path) => {
    numbers[path] = numberOf(path);
    return numbers[path];
  };
  const claim = check.run(random(seed), asked);
  const falsehood = check.falsified(random(seed), asked);
  return { id, seed, holds: claim.holds && !falsehood.holds, claim, falsehood, numbers };
}

/** Every check on the inputs of one seed, in the order of the registry. */
export const runAll = (numberOf: NumberOf, seed: number): Verdict[] =>
  Object.keys(checks).map((id) => verdictOf(id, seed, numberOf));

/** The numbers that a page handed over, as a check asks for them. */
export const numbersIn =
  (numbers: Readonly<Record<string, number>>): NumberOf =>
  (path) => {
    const value = Object.hasOwn(numbers, path) ? numbers[path] : undefined;
    if (value === undefined) throw new RangeError(`number ${path}: not among those handed over`);
    return value;
  };

import type { Outcome } from "./check.ts";

/** Counts comparisons and keeps the largest departure. A comparison with NaN departs by infinity. */
export interface Tally {
  /** a = b: departs by |a − b|, as a share of the larger where that is above 1. */
  near(a: number, b: number): void;
  nearAll(a: ArrayLike<number>, b: ArrayLike<number>): void;
  /** a ≤ b: departs by a − b. */
  atMost(a: number, b: number): void;
  /** a < b: departs by a − b, and not at all is too much. */
  less(a: number, b: number): void;
  outcome(computed: string): Outcome;
}

export function tally(tolerance: number): Tally {
  let trials = 0;
  let worst = Number.NEGATIVE_INFINITY;
  let broken = false;
  const note = (departure: number) => {
    trials += 1;
    worst = Math.max(worst, Number.isNaN(departure) ? Number.POSITIVE_INFINITY : departure);
  };
  const near = (a: number, b: number) => note(Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b)));
  return {
    near,
    nearAll(a, b) {
      if (a.length !== b.length)
        throw new RangeError(`${a.length} numbers against ${b.length}; give as many`);
      for (let k = 0; k < a.length; k++) near(a[k]!, b[k]!);
    },
    atMost: (a, b) => note(a - b),
    less(a, b) {
      note(a - b);
      broken ||= !(a < b);
    },
    outcome: (computed) => ({
      holds: trials > 0 && !broken && worst <= tolerance,
      ...{ trials, worst, tolerance, computed },
    }),
  };
}

/** A number with three significant digits, for sentences. */
export const short = (x: number): string => String(Number(x.toPrecision(3))).replace("-", "\u{2212}");

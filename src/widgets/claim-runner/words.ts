import type { Outcome } from "../../checks/check.ts";

/** What a check found, in words: the same in the build, in the reader's browser and in the tests. */

export const outcomeWords = ({ computed, trials, worst, tolerance }: Outcome): string =>
  `${sentence(computed)} ${trials.toLocaleString("en-GB")} comparison${trials === 1 ? "" : "s"}, ` +
  `worst departure ${digits(worst)}, allowed ${digits(tolerance)}.`;

export const verdictWord = (holds: boolean) => (holds ? "Holds" : "Does not hold");

/** A falsehood must fail: then the check can tell true from false. */
export const falsehoodWords = (falsehood: string, outcome: Outcome): string =>
  `In the false variant ${set(falsehood)}; it ${outcome.holds ? "passes, which it must not" : "fails, as it must"}: ` +
  outcomeWords(outcome);

const sentence = (words: string) => `${set(words).replace(/[.;]?$/, "")}.`;

/** As the build sets the page's own words: a check types its apostrophes straight. */
const set = (words: string) => words.replaceAll("'", "\u{2019}");

/** Two significant digits, and a true minus. */
const digits = (value: number) => String(Number(value.toPrecision(2))).replaceAll("-", "\u{2212}");

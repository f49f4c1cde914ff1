import type { Kind } from "../atlas/schemas.ts";

/** What each kind of statement or number means; the legend of the whole site. */
export const kindWords: Readonly<Record<Kind, string>> = {
  measured: "read off an experiment on the reference task; printed with its own digits, never rounded again",
  reported:
    "stands in a paper, in the review or in its companions; cited with the place, not re-measured here",
  derived: "computed in this build from measured or reported numbers, by a formula that the record shows",
  simulated:
    "came out of the site's own small experiments; seed and protocol are given, and it can be run again",
  illustrative: "a drawn shape that shows an order and nothing more; it carries no digits",
  mathematical:
    "follows from the definitions; an identity, an inequality, a limit or a monotonicity, tried on random inputs",
};

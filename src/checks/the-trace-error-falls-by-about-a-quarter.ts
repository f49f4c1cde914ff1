import { relativeFall } from "../metrics/scores.ts";
import { checkOf } from "./check.ts";
import { tally } from "./tally.ts";

export const theTraceErrorFallsByAboutAQuarter = checkOf({
  falsehood: "the fall is given as a share of the smaller error",
  right: (from: number, to: number) => relativeFall(from, to),
  wrong: (from: number, to: number) => -relativeFall(to, from),
  procedure(fall, _, numberOf) {
    const t = tally(0);
    const [from, to] = [numberOf("trace-error.dice"), numberOf("trace-error.tversky")];
    t.less(to, from);
    t.less(0.24, fall(from, to));
    t.less(fall(from, to), 0.25);
    return t.outcome(`from ${from} to ${to}, a fall by ${(100 * fall(from, to)).toFixed(1)} percent`);
  },
});

import { exp } from "../numerics/exp.ts";
import { log } from "../numerics/log.ts";
import { checkOf } from "./check.ts";
import { crossing } from "./slopes.ts";
import { short, tally } from "./tally.ts";

/** The logit from which the rounded sigmoid is 1, found by bisection, against the formula. */
export const aConfidentSigmoidRoundsToOne = checkOf({
  falsehood: "a sigmoid is taken to round up only within half as far of one",
  right: 1,
  wrong: 2,
  procedure(extra) {
    const t = tally(1e-6);
    // Between ½ and 1 a format with so many significant bits has steps of 2^−bits.
    const half = (x: number) => Math.round(x * 2 ** 11) / 2 ** 11;
    const formats = [
      { bits: 11, round: half },
      { bits: 24, round: Math.fround },
    ];
    const found = formats.map(({ bits, round }) => {
      const sigmoid = (z: number) => round(1 / (1 + exp(-z)));
      const logit = crossing((z) => (sigmoid(z) === 1 ? 1 : -1), 0, 40);
      t.near(logit, log(2 ** (bits + extra) - 1));
      t.near(1 - sigmoid(logit + 1e-6), 0);
      t.less(0, 1 - sigmoid(logit - 1e-6));
      return short(logit);
    });
    return t.outcome(
      `the first logits that round to one: ${found[0]} in half and ${found[1]} in single precision`,
    );
  },
});

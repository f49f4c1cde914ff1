import { checkOf } from "./check.ts";
import { tally } from "./tally.ts";

/** A sum in half precision as a tree of additions; powers of two are exact until they exceed the largest number. */
export const halfPrecisionSumOverflows = checkOf({
  falsehood: "the image is 128 × 128 pixels",
  right: 512,
  wrong: 128,
  procedure(side) {
    const t = tally(0);
    const largest = (2 - 2 ** -10) * 2 ** 15;
    const half = (x: number) => (x < largest + 2 ** 4 ? x : Number.POSITIVE_INFINITY);
    let sum = 1;
    for (let count = 1; count < side * side; count *= 2) sum = half(sum + sum);
    t.near(largest, 65504);
    t.less(largest, side * side);
    t.near(Number.isFinite(sum) ? 1 : 0, 0);
    return t.outcome(`${side * side} ones exceed ${largest}; their sum in half precision is not finite`);
  },
});

import { describe, expect, it } from "vitest";
import { sortDecreasing, sortScratch, wordsOf } from "../../src/numerics/radix-sort.ts";
import { random } from "../../src/numerics/random.ts";

const { uniform, below } = random(3);
const kinds: [string, () => number][] = [
  ["uniform", uniform],
  ["tied", () => below(6) / 5],
  ["crowded below one, differing in the lower words only", () => 1 - uniform() * 1e-12],
  ["denormal", () => uniform() * 1e-310],
  ["above one", () => uniform() * 1e9],
];

describe("sortDecreasing(words, n, scratch)", () => {
  it.each(kinds)("sorts values that are %s, equal ones as they were given", (_, draw) => {
    for (const n of [1, 2, 33, 1000, 5000]) {
      const values = Float64Array.from({ length: n }, draw);
      const scratch = sortScratch(n);
      for (let i = 0; i < n; i++) scratch.items[0][i] = 2 * i + (i % 3 === 0 ? 1 : 0);
      const sorted = Array.from(sortDecreasing(wordsOf(values), n, scratch));
      const expected = Array.from({ length: n }, (_, i) => i).sort(
        (a, b) => values[b]! - values[a]! || a - b,
      );
      expect(sorted.map((item) => item >>> 1)).toEqual(expected);
      expect(sorted.every((item) => (item & 1) === ((item >>> 1) % 3 === 0 ? 1 : 0))).toBe(true);
    }
  });
});

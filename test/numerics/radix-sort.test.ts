import { describe, expect, it } from "vitest";
import {
  keyOf,
  partsFor,
  setRange,
  sortPart,
  toStarts,
  upper,
  wordsOf,
} from "../../src/numerics/radix-sort.ts";
import { random } from "../../src/numerics/random.ts";

const { uniform, below } = random(3);
const kinds: [string, () => number][] = [
  ["uniform", uniform],
  ["tied", () => below(6) / 5],
  ["all the same", () => 0.7],
  ["zero or nearly one", () => (below(2) ? 0 : 1 - uniform() * 1e-12)],
  ["crowded below one, differing in the lower words only", () => 1 - uniform() * 1e-12],
  ["a crowd in a wide range", () => (below(50) ? 0.5 + uniform() * 1e-6 : uniform() ** 40)],
  ["denormal", () => uniform() * 1e-310],
  ["above one", () => uniform() * 1e9],
];

const flagOf = (i: number) => (i % 3 === 0 ? 1 : 0);

/** All values put into parts and sorted part after part: the indices in order, and the flags that came with them. */
function sorted(values: Float64Array) {
  const words = wordsOf(values);
  const upperOf = (i: number) => words[2 * i + upper]!;
  const parts = partsFor(values.length);
  const uppers = Array.from(values, (_, i) => upperOf(i));
  setRange(
    parts,
    values.length,
    uppers.reduce((a, b) => Math.min(a, b)),
    uppers.reduce((a, b) => Math.max(a, b)),
  );
  const part = (i: number) => (parts.top - upperOf(i)) >>> parts.shift;
  for (let i = 0; i < values.length; i++) parts.starts[part(i) + 1]! += 1;
  toStarts(parts);
  const next = parts.starts.slice();
  const given = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const at = next[part(i)]!++;
    const lower = words[2 * i + 1 - upper]!;
    parts.keys[at] = keyOf(parts.top - upperOf(i), lower, parts.fine, flagOf(i));
    parts.lower[at] = lower;
    given[at] = i;
  }
  const found: { index: number; flag: number }[] = [];
  for (let p = 0; p < parts.count; p++) {
    const [from, to] = [parts.starts[p]!, parts.starts[p + 1]!];
    sortPart(from, to, parts);
    for (let n = 0; n < to - from; n++) {
      const item = parts.items[0][n]!;
      found.push({ index: given[item >>> 1]!, flag: item & 1 });
    }
  }
  return found;
}

describe("sortPart(from, to, parts)", () => {
  it.each(kinds)("sorts values that are %s, equal ones as they were given", (_, draw) => {
    for (const n of [1, 2, 33, 1000, 20_000, 200_000]) {
      const values = Float64Array.from({ length: n }, draw);
      const found = sorted(values);
      const expected = Array.from({ length: n }, (_, i) => i).sort(
        (a, b) => values[b]! - values[a]! || a - b,
      );
      expect(found.map(({ index }) => index)).toEqual(expected);
      expect(found.every(({ index, flag }) => flag === flagOf(index))).toBe(true);
    }
  });
});

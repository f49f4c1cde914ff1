import { expect, it } from "vitest";
import { marks, marksOf } from "../../src/metrics/marks.ts";

it("marksOf() tells hits, misses, strays and one curve taken for the other apart", () => {
  const found = marksOf([0, 1, 1, 0, 2], [0, 1, 0, 2, 1]);
  expect([...found].map((mark) => marks[mark])).toEqual(["background", "hit", "missed", "stray", "confused"]);
  expect(() => marksOf([0], [])).toThrow(RangeError);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart, linesOf } from "../../src/plots/ends.ts";

const ends = fc.array(
  fc.record({ y: fc.double({ min: 0, max: 1, noNaN: true }), lines: fc.integer({ min: 1, max: 2 }) }),
  { maxLength: 8 },
);

describe("names at the ends of curves", () => {
  it("keep the room that their lines need, stay under the top and keep their order", () => {
    fc.assert(
      fc.property(ends, (given) => {
        const placed = apart(given, 0.05, 1);
        expect(placed.map(({ y }) => y)).toEqual(given.map(({ y }) => y).sort((a, b) => a - b));
        placed.forEach(({ place, lines }, k) => {
          expect(place).toBeLessThanOrEqual(1);
          const before = placed[k - 1];
          if (before)
            expect(place - before.place).toBeGreaterThanOrEqual(((lines + before.lines) / 2) * 0.05 - 1e-9);
        });
      }),
    );
  });

  it("are left where they are while none touches another", () => {
    expect(apart([{ y: 0.2 }, { y: 0.6 }], 0.05, 1).map(({ place }) => place)).toEqual([0.2, 0.6]);
  });

  it("take as many lines as whole words need", () => {
    expect(linesOf("left out", 14)).toBe(1);
    expect(linesOf("Lovász hinge on probabilities", 14)).toBe(3);
    expect(linesOf("background in the mean", 14)).toBe(2);
  });
});

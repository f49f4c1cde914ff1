import { describe, expect, it } from "vitest";
import { confusion, pooled, reweightBackground } from "../../src/metrics/confusion.ts";

const truth = [0, 0, 0, 0, 1, 1, 2, 2];
const predicted = [0, 0, 1, 2, 1, 0, 2, 2];

describe("confusion", () => {
  it("confusion(truth, predicted) counts rows by truth and columns by prediction", () => {
    expect([...confusion(truth, predicted, 3).counts]).toEqual([2, 1, 1, 1, 1, 0, 0, 0, 2]);
  });

  it("confusion() refuses a label out of range and frames of different size", () => {
    expect(() => confusion([0, 3], [0, 0], 3)).toThrow(/pixel 1 has labels 3 and 0/);
    expect(() => confusion([0], [0, 0], 3)).toThrow(RangeError);
  });

  it("pooled() of a frame twice doubles every count", () => {
    const once = confusion(truth, predicted, 3);
    expect([...pooled([once, once]).counts]).toEqual([...once.counts].map((n) => 2 * n));
  });

  it("reweightBackground(m, f) makes the background exactly the share f and leaves the other rows alone", () => {
    const matrix = reweightBackground(confusion(truth, predicted, 3), 0.97);
    const background = matrix.counts.slice(0, 3).reduce((s, n) => s + n, 0);
    const all = matrix.counts.reduce((s, n) => s + n, 0);
    expect(background / all).toBeCloseTo(0.97, 12);
    expect([...matrix.counts.slice(3)]).toEqual([1, 1, 0, 0, 0, 2]);
  });
});

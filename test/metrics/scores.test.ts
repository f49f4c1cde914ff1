import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confusion } from "../../src/metrics/confusion.ts";
import {
  accuracy,
  average,
  constantPredictorIou,
  f1FromIou,
  frequencies,
  iouFromF1,
  scores,
  scoresOf,
} from "../../src/metrics/scores.ts";

describe("scores", () => {
  it("scoresOf({tp: 10, fp: 5, fn: 10}) gives the quotients computed by hand", () => {
    expect(scoresOf({ tp: 10, fp: 5, fn: 10 })).toEqual({
      iou: 10 / 25,
      f1: 20 / 35,
      precision: 10 / 15,
      recall: 10 / 20,
    });
  });

  it("scores() of a class absent from truth and prediction is NaN and averages say what they do with it", () => {
    const absent = scores(confusion([0, 1], [0, 1], 3)).map((s) => s.iou);
    expect(absent[2]).toBeNaN();
    expect(average(absent)).toBe(1);
    expect(average(absent, [1, 1, 1], "zero")).toBe(2 / 3);
    expect(average(absent, [1, 1, 1], "one")).toBe(1);
    expect(average([Number.NaN])).toBeNaN();
  });

  it("the all-background predictor scores its share in accuracy and in background IoU, and nothing elsewhere", () => {
    const truth = [...Array(97).fill(0), 1, 2, 2];
    const matrix = confusion(truth, Array(100).fill(0), 3);
    expect(accuracy(matrix)).toBe(0.97);
    expect(scores(matrix).map((s) => s.iou)).toEqual(constantPredictorIou(frequencies(matrix)));
    expect(average([0.97, 0, 0], frequencies(matrix))).toBeCloseTo(0.9409, 12);
  });

  it("f1FromIou() is F1 of the same counts, and iouFromF1() its inverse", () => {
    const count = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(count, count, count, (tp, fp, fn) => {
        const s = scoresOf({ tp, fp, fn });
        expect(f1FromIou(s.iou)).toBeCloseTo(s.f1, 12);
        expect(iouFromF1(s.f1)).toBeCloseTo(s.iou, 12);
      }),
    );
  });
});

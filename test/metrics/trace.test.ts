import { describe, expect, it } from "vitest";
import { traceByArgmax, traceByCentroid, traceError } from "../../src/metrics/trace.ts";

describe("trace", () => {
  it("traceByCentroid() takes the mean column, bridges gaps by a line and holds the ends", () => {
    const rows = ["....", "11..", "....", "...1", "...."];
    const labels = rows.flatMap((row) => [...row].map(Number).map((n) => n || 0));
    expect([...traceByCentroid(labels, 4, 5, 1)]).toEqual([0.25, 0.25, 0.5625, 0.875, 0.875]);
  });

  it("traceByCentroid() of a class without a pixel is NaN, and so is its error", () => {
    const trace = traceByCentroid([0, 0, 0, 0], 2, 2, 1);
    expect([...trace]).toEqual([Number.NaN, Number.NaN]);
    expect(traceError(Float64Array.of(0.5, 0.5), trace)).toBeNaN();
  });

  it("traceByArgmax() takes the best column of each row, the leftmost of equals", () => {
    expect([...traceByArgmax(Float32Array.of(0, 2, 2, 5, 1, 1), 3, 2)]).toEqual([0.5, 0.5 / 3]);
  });

  it("traceError() of a trace shifted by one column of eight is an eighth", () => {
    const truth = Float64Array.of(0.125, 0.25, 0.5);
    expect(
      traceError(
        truth,
        truth.map((x) => x + 0.125),
      ),
    ).toBe(0.125);
  });

  it("traceByCentroid() refuses a shape that does not fit", () => {
    expect(() => traceByCentroid([0, 0, 0], 2, 2, 1)).toThrow(RangeError);
  });
});

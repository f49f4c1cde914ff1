import { describe, expect, it } from "vitest";
import { featuresOf, filters, responses, standards } from "../../src/experiments/features.ts";
import { bell, blurred, correlated, runningMean, slope } from "../../src/experiments/planes.ts";
import { scene } from "../../src/experiments/scene.ts";

const ramp = { width: 9, height: 5, plane: Float64Array.from({ length: 45 }, (_, i) => (i % 9) * 2) };

describe("planes", () => {
  it("bell(sigma) sums to one and is a Gaussian of that sigma to a percent of its top", () => {
    for (const sigma of [1, 1.2, 2, 4]) {
      const taps = bell(sigma);
      expect(taps.reduce((s, t) => s + t, 0)).toBeCloseTo(1, 12);
      const middle = (taps.length - 1) / 2;
      taps.forEach((tap, k) => {
        const gauss = Math.exp(-((k - middle) ** 2) / (2 * sigma * sigma));
        expect(Math.abs(tap / taps[middle]! - gauss)).toBeLessThan(0.01);
      });
    }
  });

  it("slope() of a ramp is its slope inside, and nothing down", () => {
    expect([...slope(ramp, "across").subarray(1, 8)]).toEqual(Array(7).fill(2));
    expect(slope(ramp, "down").every((v) => v === 0)).toBe(true);
  });

  it("blurred() and runningMean() keep a constant image", () => {
    const flat = { width: 8, height: 8, plane: new Float64Array(64).fill(0.5) };
    for (const plane of [blurred(flat, 2), runningMean(flat, 3, "down")])
      expect(Math.max(...plane.map((v) => Math.abs(v - 0.5)))).toBeLessThan(1e-15);
  });

  it("correlated() reads down as it reads across on the transposed image", () => {
    const transposed = { width: 5, height: 9, plane: new Float64Array(45) };
    ramp.plane.forEach((v, i) => {
      transposed.plane[(i % 9) * 5 + Math.floor(i / 9)] = v;
    });
    const across = correlated(ramp, [1, 2, 4], "across");
    const down = correlated(transposed, [1, 2, 4], "down");
    expect([...across].every((v, i) => v === down[(i % 9) * 5 + Math.floor(i / 9)])).toBe(true);
  });
});

describe("features", () => {
  const picture = scene({ seed: 2, width: 120, height: 40, difficulty: "easy" });
  const planes = responses(picture);

  it("the bank has sixteen filters with names of their own", () => {
    expect(new Set(filters.map(({ id }) => id)).size).toBe(16);
    expect(planes.length).toBe(16);
  });

  it("featuresOf() on the training picture has mean 0 and variance 1 in every feature", () => {
    const n = planes[0]!.length;
    const features = featuresOf(planes, standards(planes));
    for (let k = 0; k < 16; k++) {
      const values = features.subarray(k * n, (k + 1) * n);
      const mean = values.reduce((s, v) => s + v, 0) / n;
      expect(Math.abs(mean)).toBeLessThan(1e-6);
      expect(Math.abs(values.reduce((s, v) => s + v * v, 0) / n - 1)).toBeLessThan(1e-5);
    }
  });

  it("featuresOf() of some pixels is those columns of the whole", () => {
    const n = planes[0]!.length;
    const all = featuresOf(planes, standards(planes));
    const some = featuresOf(planes, standards(planes), Uint32Array.of(7, 100, 1999));
    expect(some[5 * 3 + 1]).toBe(all[5 * n + 100]);
  });

  it("the dark-line filter answers more strongly on curves than on paper", () => {
    const plane = planes[filters.findIndex(({ id }) => id === "dark-line")]!;
    const mean = (curve: boolean) => {
      const inside = [...plane.keys()].filter((i) => picture.labels[i]! > 0 === curve);
      return inside.reduce((s, i) => s + plane[i]!, 0) / inside.length;
    };
    expect(mean(true)).toBeGreaterThan(5 * mean(false));
  });
});

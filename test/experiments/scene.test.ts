import { describe, expect, it } from "vitest";
import { fingerprint } from "../../src/experiments/hash.ts";
import { backgroundShare, scene, sceneOfShare } from "../../src/experiments/scene.ts";
import { thinned } from "../../src/experiments/thinning.ts";

const small = { seed: 5, width: 160, height: 48 };

describe("scene", () => {
  it("scene() gives the same bytes for the same seed and others for another", () => {
    const bytes = (seed: number) =>
      fingerprint(scene({ ...small, seed }).rgb, scene({ ...small, seed }).labels);
    expect(bytes(5)).toBe(bytes(5));
    expect(bytes(5)).not.toBe(bytes(6));
  });

  it("scene() labels one stretch of pixels a row and curve, and the trace runs through it", () => {
    const { width, height, labels, traces } = scene(small);
    for (let y = 0; y < height; y++) {
      const columns = [...labels.subarray(y * width, (y + 1) * width).keys()].filter(
        (x) => labels[y * width + x] === 2,
      );
      expect(columns.length).toBeGreaterThan(0);
      expect(columns.at(-1)! - columns[0]!).toBe(columns.length - 1);
      const x = traces[1]![y]! * width;
      expect(x).toBeGreaterThan(columns[0]! - 1);
      expect(x).toBeLessThan(columns.at(-1)! + 2);
    }
  });

  it("scene() draws the curves darker than the paper beside them", () => {
    const { rgb, labels } = scene(small);
    const mean = (label: number) => {
      const pixels = [...labels.keys()].filter((i) => labels[i] === label);
      return pixels.reduce((sum, i) => sum + rgb[3 * i + 1]!, 0) / pixels.length;
    };
    expect(mean(1)).toBeLessThan(mean(0) - 40);
    expect(mean(2)).toBeLessThan(mean(0) - 40);
  });

  it("scene({curves: 1}) has one trace and no label above 1", () => {
    const drawn = scene({ seed: 3, width: 48, height: 32, curves: 1 });
    expect(drawn.traces.length).toBe(1);
    expect(Math.max(...drawn.labels)).toBe(1);
  });

  it("scene() refuses a frame too small to hold a curve", () => {
    expect(() => scene({ seed: 1, width: 4, height: 32 })).toThrow(RangeError);
  });

  it("sceneOfShare() comes as near to the share as one column of pixels more or less can bring it", () => {
    for (const share of [0.9, 0.97, 0.99]) {
      const drawn = sceneOfShare({ seed: 4, height: 96, share });
      expect(Math.abs(backgroundShare(drawn) - share)).toBeLessThan((1.5 * (1 - share)) / drawn.width);
    }
    expect(() => sceneOfShare({ seed: 4, height: 96, share: 0.5 })).toThrow(/cannot be drawn/);
  });
});

describe("thinned", () => {
  const { labels } = scene({ seed: 5, width: 240, height: 64 });

  it("thinned(labels, f) keeps every curve pixel and a background share of f to the nearest pixel", () => {
    for (const share of [0.6, 0.8, 0.9]) {
      const pixels = thinned(labels, share, 1);
      const curves = pixels.filter((i) => labels[i] !== 0).length;
      expect(curves).toBe(labels.filter((label) => label !== 0).length);
      expect(Math.abs(pixels.length - curves - (curves * share) / (1 - share))).toBeLessThanOrEqual(0.5);
    }
  });

  it("thinned() at a smaller share is a subset of a larger one", () => {
    const larger = new Set(thinned(labels, 0.9, 1));
    expect(thinned(labels, 0.6, 1).every((i) => larger.has(i))).toBe(true);
  });

  it("thinned() says so when the frame has too little background", () => {
    expect(() => thinned(labels, 0.999, 1)).toThrow(/draw a wider frame/);
  });
});

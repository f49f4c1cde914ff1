import { describe, expect, it } from "vitest";
import { stretch } from "../../src/losses/fused/softmax.ts";
import { evaluate, evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame, Options } from "../../src/losses/loss.ts";
import { losses } from "../../src/losses/registry.ts";
import { onehot, randomFrame } from "./frames.ts";

/** The same frame as one-hot targets, which the fused kernels leave to the general ones. */
function general(frame: Frame): Frame {
  const { labels: _, ...rest } = frame;
  return { ...rest, target: onehot(frame) };
}

const settings: readonly Options["convention"][] = [
  {},
  { background: "out", smoothingNumerator: 1, smoothingDenominator: 1, volumeRepair: "maximum" },
  { absentClass: "skip", volumeRepair: "zero" },
  { absentClass: "zero", classReduction: "sum", volumeRepair: "zero" },
];

describe.each(Object.values(losses))("the fused kernel of $id", (loss) => {
  it("gives the value and the gradient of the general kernel", () => {
    for (const convention of settings) {
      if (loss.scores === "pixels" && convention?.background) continue;
      for (const classes of [2, 3, 5]) {
        const whole = randomFrame({ seed: classes, classes, pixels: 40, batch: 2 });
        const absent = { ...whole, labels: whole.labels.map((label) => (label === 1 ? 0 : label)) };
        const skips = convention?.absentClass !== undefined;
        for (const frame of skips ? [whole, absent] : [whole]) {
          const options = { ...(convention ? { convention } : {}) };
          const both = () => ({
            logits: new Float64Array(frame.logits.length),
            probabilities: new Float64Array(frame.logits.length).fill(7),
          });
          const quick = evaluateWithGradient(loss, frame, options, both());
          const slow = evaluateWithGradient(loss, general(frame), options, both());
          expect(Math.abs(quick.value - slow.value)).toBeLessThan(1e-13);
          quick.logits!.forEach((slope, k) => {
            expect(Math.abs(slope - slow.logits![k]!)).toBeLessThan(1e-14);
            const toP = slow.probabilities![k]!;
            expect(Math.abs(quick.probabilities![k]! - toP)).toBeLessThan(1e-12 * Math.max(1, Math.abs(toP)));
          });
        }
      }
    }
  });

  it("does so beyond one stretch of pixels, a true class far below in the second", () => {
    for (const classes of [3, 4]) {
      const frame = randomFrame({ seed: 20 + classes, classes, pixels: 2 * stretch + 9, batch: 2 });
      const far = stretch + 5;
      frame.logits[frame.labels[far]! * frame.pixels + far] = -800;
      const quick = evaluateWithGradient(loss, frame);
      const slow = evaluateWithGradient(loss, general(frame));
      expect(Math.abs(quick.value - slow.value)).toBeLessThan(1e-12 * Math.max(1, slow.value));
      const apart = Array.from(quick.logits!, (slope, k) => Math.abs(slope - slow.logits![k]!));
      expect(apart.reduce((most, one) => Math.max(most, one), 0)).toBeLessThan(1e-14);
    }
  });

  it("keeps both at logits of ±800 and writes single precision where asked", () => {
    const logits = Float64Array.of(800, -800, 800, 0, -800, 800, 0.5, 40, 0, 0, -800, -40);
    const frame: Frame = { classes: 3, pixels: 4, logits, labels: Int32Array.of(1, 0, 2, 1) };
    const quick = evaluateWithGradient(loss, frame);
    const slow = evaluateWithGradient(loss, general(frame));
    expect(Math.abs(quick.value - slow.value)).toBeLessThan(1e-12 * Math.max(1, slow.value));
    const single = evaluateWithGradient(loss, frame, {}, { logits: new Float32Array(12) });
    quick.logits!.forEach((slope, k) => {
      expect(Math.abs(slope - slow.logits![k]!)).toBeLessThan(1e-13);
      expect(Math.abs(slope - single.logits![k]!)).toBeLessThan(1e-6);
    });
  });

  it("names the pixel of a logit that is not finite and of a label that is no class", () => {
    const frame = randomFrame({ seed: 1, classes: 3, pixels: 6, batch: 2 });
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const logits = frame.logits.slice().fill(bad, 20, 21);
      expect(() => evaluate(loss, { ...frame, logits })).toThrow(
        /logits\[image 1, channel 0, pixel 2\]: .* is not finite/,
      );
    }
    for (const bad of [-1, 3, 0.5]) {
      const labels = Float64Array.from(frame.labels).fill(bad, 7, 8);
      expect(() => evaluate(loss, { ...frame, labels })).toThrow(
        /label of image 1, pixel 1: .* is no class in 0..2/,
      );
    }
  });
});

describe("bucketed Lovász", () => {
  const lovasz = losses["lovasz-softmax"]!;

  it("is at most one bucket below the exact value, and never above it", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const frame = randomFrame({ seed, classes: 2 + (seed % 3), pixels: 200, batch: 2 });
      const exact = evaluate(lovasz, frame);
      for (const buckets of [1, 2, 8, 64, 1024]) {
        const value = evaluate(lovasz, frame, { buckets });
        expect(value).toBeLessThanOrEqual(exact + 1e-12);
        expect(value).toBeGreaterThanOrEqual(exact - 1 / buckets - 1e-12);
      }
    }
  });

  it("points where the exact gradient points", () => {
    const frame = randomFrame({ seed: 9, classes: 3, pixels: 20_000, batch: 1 });
    const exact = evaluateWithGradient(lovasz, frame).logits!;
    const near = evaluateWithGradient(lovasz, frame, { buckets: 4096 }).logits!;
    const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a).reduce((sum, x, k) => sum + x * b[k]!, 0);
    expect(dot(exact, near) / Math.sqrt(dot(exact, exact) * dot(near, near))).toBeGreaterThan(0.9999);
  });

  it("keeps the rules for an absent class", () => {
    const frame = randomFrame({ seed: 2, classes: 3, pixels: 50, batch: 1 });
    const absent = { ...frame, labels: frame.labels.map((label) => (label === 2 ? 0 : label)) };
    for (const absentClass of ["formula", "skip", "zero", "one"] as const) {
      const convention = { absentClass };
      const exact = evaluate(lovasz, absent, { convention });
      expect(evaluate(lovasz, absent, { convention, buckets: 65536 })).toBeCloseTo(exact, 4);
    }
  });
});

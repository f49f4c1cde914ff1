import { describe, expect, it } from "vitest";
import { dice } from "../../src/losses/dice.ts";
import { focal } from "../../src/losses/focal.ts";
import { focalTversky } from "../../src/losses/focal-tversky.ts";
import { generalisedDice } from "../../src/losses/generalised-dice.ts";
import { evaluate, evaluateEach, evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame } from "../../src/losses/loss.ts";
import { lovaszSoftmax } from "../../src/losses/lovasz-softmax.ts";
import { losses } from "../../src/losses/registry.ts";
import { softCrossEntropy } from "../../src/losses/soft-cross-entropy.ts";
import { tversky } from "../../src/losses/tversky.ts";
import { random } from "../../src/numerics/random.ts";
import { channel, onehot, randomFrame, uniforms } from "./frames.ts";

const all = Object.values(losses);
const one = (logits: readonly number[], labels: readonly number[]): Frame => ({
  ...{ classes: 1, pixels: logits.length, logits: Float64Array.from(logits), labels },
});
const finite = (values: ArrayLike<number>) => Array.from(values).every(Number.isFinite);

describe("extreme logits", () => {
  it.each([40, 800])("of ±%d give finite values and gradients, one channel or three", (z) => {
    for (const loss of all) {
      const three = Float64Array.of(z, -z, 0, -z, z, 0, 0, 0, -z);
      for (const frame of [
        one([z, -z, z, -z], [1, 0, 0, 1]),
        { classes: 3, pixels: 3, logits: three, labels: [0, 2, 1] },
      ]) {
        const { value, logits } = evaluateWithGradient(loss, frame);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(finite([value, ...logits!])).toBe(true);
      }
    }
  });

  it("keep their cost: binary cross-entropy of 800 against 0 is 800", () => {
    expect(evaluate(softCrossEntropy, one([800], [0]))).toBe(800);
    expect(evaluate(softCrossEntropy, one([-800], [1]))).toBe(800);
  });

  it("keep the smallest cost: cross-entropy at a margin of 40 is exp(−40)", () => {
    expect(evaluate(softCrossEntropy, one([40], [1])) / Math.exp(-40)).toBeCloseTo(1, 12);
  });
});

describe("focal near certainty", () => {
  it.each([0.5, 1, 2, 5])("with γ = %d has value and gradient 0 and not NaN", (gamma) => {
    for (const frame of [one([800, -800], [1, 0]), one([60, -60], [1, 0])]) {
      const { value, logits } = evaluateWithGradient(focal, frame, { parameters: { gamma } });
      expect(value).toBeLessThan(1e-25);
      expect(value).toBeGreaterThanOrEqual(0);
      for (const slope of logits!) expect(Math.abs(slope)).toBeLessThan(1e-25);
    }
  });

  it("with γ = 0 takes 0⁰ as 1", () => {
    const { value, probabilities } = evaluateWithGradient(focal, channel([1], [1]), {
      parameters: { gamma: 0 },
    });
    expect(value).toBe(0);
    expect(probabilities![0]).toBe(-1);
  });
});

describe("focal Tversky at a perfect class", () => {
  const perfect = channel([1, 1, 0, 0], [1, 1, 0, 0]);

  it("has value 0 and the slope of 1 − T = slopeFloor, by policy", () => {
    const at = (slopeFloor: number) =>
      evaluateWithGradient(focalTversky, perfect, { convention: { slopeFloor } });
    expect(at(1e-12).value).toBe(0);
    const slope = at(1e-12).probabilities![2]!;
    expect(slope).toBeCloseTo(0.75 * 1e-12 ** -0.25 * (0.5 / 2), 8);
    expect(at(1e-8).probabilities![2]! / slope).toBeCloseTo(0.1, 10);
  });

  it("has no finite slope with slopeFloor 0, which is what public code does there", () => {
    const { probabilities } = evaluateWithGradient(focalTversky, perfect, { convention: { slopeFloor: 0 } });
    expect(finite(probabilities!)).toBe(false);
  });

  it("never takes the power of a negative number, whatever rounding does to T", () => {
    for (let seed = 0; seed < 200; seed++) {
      const p = uniforms(seed, 9).map((u) => 1 - u * 1e-16);
      expect(
        evaluate(
          focalTversky,
          channel(
            p,
            p.map(() => 1),
          ),
        ),
      ).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("nothing to score", () => {
  it("is 0 with a gradient of 0 where every pixel is ignored", () => {
    const frame = {
      ...randomFrame({ seed: 1, classes: 3, pixels: 6, batch: 2 }),
      ignore: new Uint8Array(12).fill(1),
    };
    for (const loss of all) {
      for (const over of ["batch", "image"] as const) {
        const { value, logits } = evaluateWithGradient(loss, frame, { convention: { over } });
        expect(value).toBe(0);
        expect(Array.from(logits!).every((slope) => slope === 0)).toBe(true);
      }
    }
  });

  it("is 0 where skipping absent classes leaves none", () => {
    const empty = one([1, -2, 0.5], [0, 0, 0]);
    for (const loss of all.filter(({ scores }) => scores !== "pixels")) {
      expect(evaluate(loss, empty, { convention: { absentClass: "skip" } })).toBe(0);
    }
  });
});

describe("one pixel, one class", () => {
  it("has the value that a hand computes", () => {
    const frame = channel([0.75], [1]);
    expect(evaluate(softCrossEntropy, frame)).toBeCloseTo(-Math.log(0.75), 15);
    expect(evaluate(focal, frame)).toBeCloseTo(-(0.25 ** 2) * Math.log(0.75), 15);
    expect(evaluate(dice, frame)).toBeCloseTo(1 - 1.5 / 1.75, 15);
    expect(evaluate(tversky, frame)).toBeCloseTo(1 - 0.75 / 0.875, 15);
    expect(evaluate(generalisedDice, frame)).toBeCloseTo(1 - 1.5 / 1.75, 15);
    expect(evaluate(lovaszSoftmax, frame)).toBe(0.25);
    expect(evaluate(focalTversky, frame)).toBeCloseTo((1 - 0.75 / 0.875) ** 0.75, 15);
  });
});

describe("ties and saturation in the Lovász sort", () => {
  it("give the exact value and slopes that add to what the errors weigh", () => {
    const labels = Int32Array.from({ length: 40 }, (_, i) => (i < 10 ? 0 : i < 20 ? 1 : 2));
    const probabilities = Float64Array.from({ length: 120 }, (_, k) => (k < 40 ? 0.5 : 0.25));
    const frame: Frame = { classes: 3, pixels: 40, probabilities, labels };
    const reversed = { ...frame, labels: labels.toReversed() };
    expect(evaluate(lovaszSoftmax, frame)).toBeCloseTo(evaluate(lovaszSoftmax, reversed), 14);
    const hard = {
      ...frame,
      probabilities: onehot({ ...frame, labels: labels.map((label) => (label + 1) % 3) }),
    };
    expect(evaluate(lovaszSoftmax, hard)).toBe(1);
  });
});

describe("sums over many pixels", () => {
  const n = 300_000;
  const { uniform } = random(5);
  const logits = Float64Array.from({ length: 2 * n }, () => 8 * uniform() - 4);
  const labels = Uint8Array.from({ length: n }, () => (uniform() < 0.03 ? 1 : 0));

  it("do not depend on the order of tiles to 1e-10", () => {
    const turn = <A extends Float64Array | Uint8Array>(values: A): A =>
      values.map((_, k) => values[k - (k % n) + ((k + 123_457) % n)]!) as A;
    for (const loss of all) {
      const there = evaluate(loss, { classes: 2, pixels: n, logits, labels });
      const turned = evaluate(loss, { classes: 2, pixels: n, logits: turn(logits), labels: turn(labels) });
      expect(Math.abs(there / turned - 1)).toBeLessThan(1e-10);
    }
  });
});

describe("half precision, emulated", () => {
  it("overflows at the soft count of 512 × 512 sure pixels, where the engine counts on", () => {
    const n = 512 * 512;
    // The largest half is 65504; what lies 16 or more above it rounds to infinity.
    const half = (x: number) => (x >= 65520 ? Number.POSITIVE_INFINITY : x);
    expect((2 * half(n)) / half(2 * n)).toBeNaN();
    const frame: Frame = {
      classes: 1,
      pixels: n,
      logits: new Float32Array(n).fill(20),
      labels: new Uint8Array(n).fill(1),
    };
    expect(evaluate(dice, frame)).toBeCloseTo(Math.exp(-20) / 2, 15);
  });
});

describe("generalised Dice weights", () => {
  it("stay exact for classes of a million pixels and of one", () => {
    const n = 1_000_001;
    const labels = new Uint8Array(n);
    labels[0] = 1;
    const logits = new Float64Array(2 * n).fill(2, n, n + 1);
    const frame: Frame = { classes: 2, pixels: n, logits, labels };
    const p = 1 / (1 + Math.exp(-2));
    const [w0, w1] = [1 / (n - 1) ** 2, 1];
    const above = 2 * (w0 * (n - 1) * 0.5 + w1 * p);
    const below = w0 * ((n - 1) * 0.5 + (1 - p) + (n - 1)) + w1 * (p + (n - 1) * 0.5 + 1);
    expect(evaluate(generalisedDice, frame)).toBeCloseTo(1 - above / below, 12);
  });
});

describe("listed values", () => {
  it("are one a pixel, one an image or one a class, and add up", () => {
    const frame = randomFrame({ seed: 4, classes: 3, pixels: 8, batch: 2 });
    const pixels = evaluateEach(softCrossEntropy, frame, { convention: { reduction: "none" } });
    expect(pixels).toHaveLength(16);
    expect(pixels.reduce((a, b) => a + b) / 16).toBeCloseTo(evaluate(softCrossEntropy, frame), 14);
    const images = evaluateEach(dice, frame, { convention: { reduction: "none", over: "image" } });
    expect(images).toHaveLength(2);
    expect((images[0]! + images[1]!) / 2).toBeCloseTo(
      evaluate(dice, frame, { convention: { over: "image" } }),
      14,
    );
    const classes = evaluateEach(dice, frame, { convention: { classReduction: "none", reduction: "none" } });
    expect(classes).toHaveLength(3);
    expect(() =>
      evaluate(dice, frame, { convention: { classReduction: "none", reduction: "none" } }),
    ).toThrow(/evaluateEach/);
  });
});

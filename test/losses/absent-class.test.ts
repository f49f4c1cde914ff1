import { describe, expect, it } from "vitest";
import type { Convention } from "../../src/losses/convention.ts";
import { dice } from "../../src/losses/dice.ts";
import { focalTversky } from "../../src/losses/focal-tversky.ts";
import { generalisedDice } from "../../src/losses/generalised-dice.ts";
import { evaluate, evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame, Loss } from "../../src/losses/loss.ts";
import { lovaszSoftmax } from "../../src/losses/lovasz-softmax.ts";
import { channel, randomFrame } from "./frames.ts";

/** 64 pixels at p, none of them true. */
const empty = (p: number): Frame => channel(new Float64Array(64).fill(p), new Float64Array(64));
const at = (loss: Loss<never>, frame: Frame, convention: Partial<Convention>) => {
  const { value, probabilities } = evaluateWithGradient(loss, frame, { convention });
  return { value, slopes: Array.from(probabilities!) };
};
const smoothed = (s: number) => ({ smoothingNumerator: s, smoothingDenominator: s });

describe("a class that the target does not hold", () => {
  it("costs 1 without gradient where nothing is smoothed", () => {
    const { value, slopes } = at(dice, empty(0.5), {});
    expect(value).toBe(1);
    expect(slopes.every((slope) => slope === 0)).toBe(true);
  });

  it.each([
    [1e-5, 0.5, 1.0, 9.8e-9],
    [1e-5, 1e-4, 0.998, 0.24],
    [1e-5, 1e-6, 0.865, 1826],
    [1, 0.5, 0.97, 9e-4],
    [1, 0.01, 0.39, 0.37],
    [1, 1e-4, 0.006, 0.99],
  ])("smoothed by %d is decided by it: at p = %d it costs %d with slope %d", (s, p, value, slope) => {
    const found = at(dice, empty(p), smoothed(s));
    expect(found.value).toBeCloseTo(value, 2);
    expect(found.slopes[0]! / slope).toBeCloseTo(1, 1);
  });

  it("costs 0 and counts, or is skipped, or costs 1, as the rule says", () => {
    const frame = randomFrame({ seed: 2, classes: 3, pixels: 12, batch: 1 });
    const absent = { ...frame, labels: frame.labels.map((label) => (label === 2 ? 0 : label)) };
    const of = (absentClass: Convention["absentClass"]) =>
      evaluate(dice, absent, { convention: { absentClass } });
    expect(of("zero") * 3).toBeCloseTo(of("skip") * 2, 12);
    expect(of("one") * 3).toBeCloseTo(of("skip") * 2 + 1, 12);
    expect(of("formula")).toBeCloseTo(of("one"), 12);
  });

  it("has a weight that is refused, zero, capped or held by ε in generalised Dice", () => {
    const labels = Int32Array.from({ length: 10_000 }, (_, i) => (i < 9700 ? 0 : 1));
    const probabilities = new Float64Array(30_000).fill(0.15);
    labels.forEach((label, i) => {
      probabilities[label * 10_000 + i] = 0.7;
    });
    const frame: Frame = { classes: 3, pixels: 10_000, probabilities, labels };
    const of = (convention: Partial<Convention>) => evaluate(generalisedDice, frame, { convention });
    expect(() => of({})).toThrow(/class 2: absent, so its weight 1\/G is infinite; set volumeRepair/);
    expect(of({ volumeRepair: "zero" })).toBeCloseTo(0.781, 3);
    expect(of({ volumeRepair: "maximum" })).toBeCloseTo(0.876, 3);
    expect(of({ volumeRepair: "floor", volumeEpsilon: 1e-10 })).toBeCloseTo(1, 8);
    expect(of({ volumeRepair: "add-inside", volumeEpsilon: 1e-10 })).toBeCloseTo(1, 8);
    expect(of({ volumeRepair: "add-outside", volumeEpsilon: 1e-7 })).toBeCloseTo(1, 6);
  });

  it("costs 0 through zero weights where it is the only class", () => {
    const convention = { volumeRepair: "maximum", ...smoothed(1e-5) } as const;
    const { value, slopes } = at(generalisedDice, empty(0.3), convention);
    expect(value).toBe(0);
    expect(slopes.every((slope) => slope === 0)).toBe(true);
  });

  it("puts the whole Lovász gradient on one pixel over all classes, and none where it is skipped", () => {
    const frame = channel([0.1, 0.7, 0.3], [0, 0, 0]);
    expect(at(lovaszSoftmax, frame, {})).toEqual({ value: 0.7, slopes: [0, 1, 0] });
    expect(at(lovaszSoftmax, frame, { absentClass: "skip" })).toEqual({ value: 0, slopes: [0, 0, 0] });
  });

  it("makes no number at all of a power below one at zero, unless a floor is set", () => {
    const frame = channel([1, 0], [1, 0]);
    const slope = (slopeFloor: number) =>
      evaluateWithGradient(focalTversky, frame, { convention: { slopeFloor } }).probabilities![1]!;
    expect(Number.isFinite(slope(0))).toBe(false);
    expect(Number.isFinite(slope(1e-12))).toBe(true);
  });

  it("absent from the prediction too is an error that names it, unless a rule or a smoothing is set", () => {
    const frame = channel([0, 0], [0, 0]);
    expect(() => evaluate(dice, frame)).toThrow(
      /class 0: absent from prediction and target, 0\/0; set absentClass/,
    );
    expect(evaluate(dice, frame, { convention: smoothed(1) })).toBe(0);
    expect(evaluate(dice, frame, { convention: { absentClass: "one" } })).toBe(1);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Convention } from "../../src/losses/convention.ts";
import { evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame, Loss } from "../../src/losses/loss.ts";
import { losses } from "../../src/losses/registry.ts";
import { type Choice, type Switch, switches } from "../../src/losses/switches.ts";
import { onehot, randomFrame, softmaxOf, uniforms } from "./frames.ts";

/** Every switch, at values that leave a slope to be compared: no floor in reach, no channel without a class. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  activation: ["auto", "softmax", "sigmoid"],
  classes: ["all", [1], [2, 1]],
  ignoreIndex: ["none"],
  classWeights: ["none", [0.5, 1, 2]],
  labelSmoothing: [0, 0.2],
  smoothingNumerator: [0, 0.5],
  smoothingDenominator: [0, 0.5, 1],
  denominatorFloor: [0],
  scoreFloor: [0],
  volumeEpsilon: [1e-5, 1],
  slopeFloor: [1e-12],
  positiveWeight: [1, 2.5],
  clip: [0],
};
const choicesOf = ([id, entry]: [string, Switch]) =>
  fc.constantFrom(...(values[id] ?? Object.keys((entry as Choice<string>).values)));
const conventions = fc.record(
  Object.fromEntries(
    Object.entries(switches as Record<string, Switch>).map((entry) => [entry[0], choicesOf(entry)]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Convention>>;

const base = randomFrame({ seed: 11, classes: 3, pixels: 7, batch: 2 });
const { labels: _, logits: __, ...shape } = base;
const soft = uniforms(5, 42);
const mask = Uint8Array.from({ length: 14 }, (_, i) => (i % 5 === 4 ? 1 : 0));
const kinds: Readonly<Record<string, Frame>> = {
  "logits and labels": base,
  "logits and labels, some ignored": { ...base, ignore: mask },
  "logits and soft targets": { ...shape, logits: base.logits, target: soft },
  "logits and multi-label targets": { ...shape, logits: base.logits, target: soft.map(Math.round) },
  "probabilities and one-hot targets": {
    ...shape,
    probabilities: softmaxOf({ ...base, logits: base.logits.map((z) => z / 4) }),
    target: onehot(base),
  },
};

/** Compares the gradient with central differences; true where the settings were taken, false where refused. */
function agrees(loss: Loss, frame: Frame, convention: Partial<Convention>): boolean {
  const name = frame.logits ? "logits" : "probabilities";
  const scores = frame[name] as Float64Array;
  const at = (k: number, by: number) => {
    const moved = scores.slice();
    moved[k]! += by;
    return evaluateWithGradient(loss, { ...frame, [name]: moved }, { convention });
  };
  let gradient: ArrayLike<number>;
  try {
    gradient = at(0, 0)[name]!;
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return false;
  }
  const h = 1e-6;
  const slopes = Array.from(scores, (_, k) => (at(k, h).value - at(k, -h).value) / (2 * h));
  const largest = Math.max(1e-3, ...slopes.map(Math.abs));
  slopes.forEach((slope, k) => {
    expect(
      Math.abs(slope - gradient[k]!) / largest,
      `${loss.id} ${JSON.stringify(convention)} at ${k}`,
    ).toBeLessThan(2e-6);
  });
  return true;
}

describe.each(Object.entries(kinds))("on %s", (_, frame) => {
  it.each(Object.values(losses))(
    "the gradient of $id is that of its values, whatever the switches",
    (loss) => {
      let taken = 0;
      fc.assert(
        fc.property(conventions, (convention) => {
          if (agrees(loss, frame, convention)) taken += 1;
        }),
        { numRuns: 60, seed: 42 },
      );
      const impossible = loss.scores === "errors" && frame.target === soft;
      expect(taken > 10).toBe(!impossible);
    },
  );
});

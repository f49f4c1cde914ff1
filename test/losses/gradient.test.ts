import { describe, expect, it } from "vitest";
import { evaluate, evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame } from "../../src/losses/loss.ts";
import { losses } from "../../src/losses/registry.ts";
import { random } from "../../src/numerics/random.ts";

/** Logits in [−6, 6] and labels that hold every class. */
function randomFrame(seed: number, classes: number, pixels: number, batch = 1): Frame {
  const { uniform, below } = random(seed);
  return {
    ...{ batch, classes, pixels },
    logits: Float64Array.from({ length: batch * classes * pixels }, () => 12 * uniform() - 6),
    labels: Int32Array.from({ length: batch * pixels }, (_, i) => (i < classes ? i : below(classes))),
  };
}

/** The largest difference between the gradient and central differences, relative to the largest slope. */
function differenceError(id: string, frame: Frame, h = 1e-6): number {
  const loss = losses[id]!;
  const { logits: gradient } = evaluateWithGradient(loss, frame);
  let largest = 0;
  let worst = 0;
  frame.logits!.forEach((z, k) => {
    const at = (value: number) =>
      evaluate(loss, { ...frame, logits: Float64Array.from(frame.logits!).fill(value, k, k + 1) });
    const slope = (at(z + h) - at(z - h)) / (2 * h);
    largest = Math.max(largest, Math.abs(slope));
    worst = Math.max(worst, Math.abs(slope - gradient![k]!));
  });
  return worst / largest;
}

describe.each(Object.keys(losses))("evaluateWithGradient(%s)", (id) => {
  it("gives the slopes that central differences show, for three channels and for two images", () => {
    for (const seed of [1, 2, 3]) {
      expect(differenceError(id, randomFrame(seed, 3, 24))).toBeLessThan(1e-6);
      expect(differenceError(id, randomFrame(seed, 2, 15, 2))).toBeLessThan(1e-6);
    }
  });
});

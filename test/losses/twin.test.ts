import { describe, expect, it } from "vitest";
import { evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame, Options } from "../../src/losses/loss.ts";
import { losses } from "../../src/losses/registry.ts";
import { blockPixels } from "../../src/losses/twin/lanes.ts";
import { loadTwin, type Twin } from "../../src/losses/twin/twin.ts";
import { randomFrame } from "./frames.ts";

const single = (frame: ReturnType<typeof randomFrame>): Frame => ({
  ...{ ...frame, logits: Float32Array.from(frame.logits), labels: Uint8Array.from(frame.labels) },
});
const largestOf = (values: ArrayLike<number>) =>
  Array.from(values, Math.abs).reduce((most, one) => Math.max(most, one), 0);
const twins: Record<number, Twin> = { 2: await loadTwin(2), 3: await loadTwin(3), 5: await loadTwin(5) };

/** A twin that counts how often it gave an answer. */
function counted(twin: Twin): Twin & { answers: number } {
  return {
    answers: 0,
    run(...call) {
      const value = twin.run(...call);
      if (value !== undefined) this.answers += 1;
      return value;
    },
  };
}

const settings: readonly Options["convention"][] = [{}, { smoothingNumerator: 1, smoothingDenominator: 1 }];

describe.each(Object.values(losses).filter(({ scores }) => scores !== "errors"))(
  "the twin of $id",
  (loss) => {
    const run = (frame: Frame, options: Options) =>
      evaluateWithGradient(loss, frame, options, { logits: new Float32Array(frame.logits!.length) });

    it("agrees with the TypeScript to 1e-6, for any number of pixels, images and classes", () => {
      for (const classes of [2, 3, 5]) {
        const twin = counted(twins[classes]!);
        for (const pixels of [5, 8, 63, 4097, 2 * blockPixels + 3]) {
          for (const convention of settings) {
            const frame = single(randomFrame({ seed: pixels, classes, pixels, batch: 1 + (pixels % 3) }));
            const plain = run(frame, { convention: convention ?? {} });
            const quick = run(frame, { convention: convention ?? {}, twin });
            expect(Math.abs(quick.value - plain.value)).toBeLessThan(1e-6 * Math.max(1, plain.value));
            const largest = largestOf(plain.logits!);
            const apart = largestOf(Array.from(plain.logits!, (slope, k) => slope - quick.logits![k]!));
            expect(apart / largest).toBeLessThan(1e-6);
          }
        }
        expect(twin.answers).toBe(10);
      }
    });

    it("leaves to the TypeScript what it cannot: a true class 80 below, other arrays, other numbers of classes", () => {
      const twin = counted(twins[3]!);
      const frame = single(randomFrame({ seed: 1, classes: 3, pixels: 9, batch: 1 }));
      const far = { ...frame, logits: Float32Array.from(frame.logits!, (z) => 100 * z) };
      expect(run(far, { twin })).toEqual(run(far, {}));
      expect(evaluateWithGradient(loss, frame, { twin })).toEqual(evaluateWithGradient(loss, frame));
      const four = single(randomFrame({ seed: 1, classes: 4, pixels: 9, batch: 1 }));
      expect(run(four, { twin })).toEqual(run(four, {}));
      expect(twin.answers).toBe(0);
    });

    it("names the pixel of a fault all the same", () => {
      const frame = single(randomFrame({ seed: 1, classes: 3, pixels: 9, batch: 1 }));
      const logits = Float32Array.from(frame.logits!).fill(Number.NaN, 10, 11);
      expect(() => run({ ...frame, logits }, { twin: twins[3]! })).toThrow(
        /logits\[image 0, channel 1, pixel 1\]/,
      );
      const labels = Uint8Array.from(frame.labels!).fill(3, 4, 5);
      expect(() => run({ ...frame, labels }, { twin: twins[3]! })).toThrow(
        /label of image 0, pixel 4: 3 is no class/,
      );
    });
  },
);

describe("the twin of focal", () => {
  it("has whole powers up to five; others stay with the TypeScript", () => {
    const frame = single(randomFrame({ seed: 1, classes: 3, pixels: 9, batch: 1 }));
    const twin = counted(twins[3]!);
    for (const gamma of [0, 1, 2, 3, 4, 5, 0.5, 6]) {
      const out = () => ({ logits: new Float32Array(27) });
      const parameters = { gamma, positive: 0.25, negative: 0.75 };
      const quick = evaluateWithGradient(losses["focal"]!, frame, { parameters, twin }, out());
      const plain = evaluateWithGradient(losses["focal"]!, frame, { parameters }, out());
      expect(Math.abs(quick.value - plain.value)).toBeLessThan(1e-6);
      plain.logits!.forEach((slope, k) => {
        expect(Math.abs(slope - quick.logits![k]!)).toBeLessThan(1e-6);
      });
    }
    expect(twin.answers).toBe(6);
  });
});

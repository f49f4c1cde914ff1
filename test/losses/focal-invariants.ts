import { expect } from "vitest";
import { focal } from "../../src/losses/focal.ts";
import type { Loss } from "../../src/losses/loss.ts";
import { softCrossEntropy } from "../../src/losses/soft-cross-entropy.ts";
import { anyFrame, channel, onehot, softmaxOf } from "./frames.ts";
import { type Invariant, near, property, same } from "./invariant.ts";

export const focalInvariants: Invariant[] = [
  {
    title: "focal with γ = 0 is cross-entropy",
    check: (engine) =>
      property(anyFrame([1, 2, 3]), (frame) => {
        same(engine, frame, [focal, { parameters: { gamma: 0 } }], [softCrossEntropy, {}]);
      }),
  },
  {
    title: "focal with γ = 0 and one half on either side is half of binary cross-entropy",
    check: (engine) =>
      property(anyFrame([1, 3]), (frame) => {
        const convention = { activation: "sigmoid" } as const;
        const parameters = { gamma: 0, positive: 0.5, negative: 0.5 };
        same(engine, frame, [focal, { parameters, convention }], [softCrossEntropy, { convention }], 2);
      }),
  },
  {
    title: "focal falls as γ grows, and its slope in γ at 0 is the mean of −log q · log p",
    check: (engine) =>
      property(anyFrame(), (frame) => {
        const at = (gamma: number) => engine.evaluate(focal, frame, { parameters: { gamma } });
        for (const gamma of [0, 0.5, 1, 2, 4]) expect(at(gamma + 0.25)).toBeLessThan(at(gamma));
        const p = softmaxOf(frame);
        const truth = onehot(frame);
        let slope = 0;
        p.forEach((value, k) => {
          if (truth[k]) slope -= (Math.log1p(-value) * Math.log(value)) / frame.labels.length;
        });
        const h = 1e-6;
        near((at(h) - at(0)) / h, slope, 1e-4);
      }),
  },
  {
    title: "two-class softmax focal is sigmoid focal of the difference of the logits",
    check: (engine) =>
      property(anyFrame([2]), (frame) => {
        const { pixels, batch = 1 } = frame;
        const logits = new Float64Array(batch * pixels).map((_, i) => {
          const at = Math.floor(i / pixels) * 2 * pixels + (i % pixels);
          return frame.logits[at + pixels]! - frame.logits[at]!;
        });
        const one = { ...frame, classes: 1, logits };
        const options = { parameters: { gamma: 2, positive: 0.25, negative: 0.75 } };
        near(engine.evaluate(focal, frame, options), engine.evaluate(focal, one, options));
        const two = engine.evaluateWithGradient(focal, frame, options).logits!;
        const single = engine.evaluateWithGradient(focal, one, options).logits!;
        single.forEach((slope, i) => {
          const at = Math.floor(i / pixels) * 2 * pixels + (i % pixels);
          near(two[at + pixels]!, slope);
          near(two[at]!, -slope);
        });
      }),
  },
  {
    title: "cross-entropy is least where p is the pixel's true share; focal where its own equation says",
    check: (engine) => {
      const share = 0.8;
      const lowest = (loss: Loss, parameters: Record<string, number>) => {
        const slope = (p: number) =>
          engine.evaluateWithGradient(loss, channel([p], [share]), { parameters }).probabilities![0]!;
        let [low, high] = [0.01, 0.99];
        for (let i = 0; i < 60; i++) {
          const middle = (low + high) / 2;
          if (slope(middle) < 0) low = middle;
          else high = middle;
        }
        return (low + high) / 2;
      };
      near(lowest(softCrossEntropy, {}), share, 1e-9);
      near(lowest(focal, { gamma: 1 }), 0.6858314454057622, 1e-8);
      near(lowest(focal, { gamma: 2 }), 0.6266148272668899, 1e-8);
      near(lowest(focal, { gamma: 5 }), 0.5619293658185942, 1e-8);
    },
  },
  {
    title: "focal's positive weight is that of the foreground, its negative weight that of the background",
    check: (engine) =>
      property(anyFrame([1, 3]), (frame) => {
        const of = (positive: number, negative: number, label: number) => {
          const labels = frame.labels.map(() => label);
          return engine.evaluate(focal, { ...frame, labels }, { parameters: { positive, negative } });
        };
        expect(of(0, 1, 1)).toBe(0);
        expect(of(1, 0, 0)).toBe(0);
        expect(of(1, 0, 1)).toBeGreaterThan(0);
        expect(of(0, 1, 0)).toBeGreaterThan(0);
      }),
  },
];

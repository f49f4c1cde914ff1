import fc from "fast-check";
import { expect } from "vitest";
import { dice } from "../../src/losses/dice.ts";
import type { Frame, Loss } from "../../src/losses/loss.ts";
import { losses } from "../../src/losses/registry.ts";
import { tversky } from "../../src/losses/tversky.ts";
import { anyFrame, onehot, permuted, uniforms } from "./frames.ts";
import { type Invariant, near, nearAll, property } from "./invariant.ts";

const seeds = fc.integer();
const all: readonly Loss[] = Object.values(losses);

export const sharedInvariants: Invariant[] = [
  {
    title: "the order of the pixels does not matter",
    check: (engine) =>
      property(
        anyFrame(),
        (frame) => {
          const order = Array.from({ length: frame.pixels }, (_, i) => (i * 7 + 3) % frame.pixels);
          fc.pre(new Set(order).size === frame.pixels);
          const moved = permuted(frame, order);
          for (const loss of all) {
            near(engine.evaluate(loss, frame), engine.evaluate(loss, moved));
            const there = engine.evaluateWithGradient(loss, moved).logits!;
            const back = engine.evaluateWithGradient(loss, frame).logits!;
            nearAll(there, permuted({ ...frame, logits: back as Float64Array }, order).logits);
          }
        },
        25,
      ),
  },
  {
    title: "the order of the classes does not matter",
    check: (engine) =>
      property(
        anyFrame([3]),
        (frame) => {
          const { pixels } = frame;
          const turned = (values: Float64Array) =>
            values.map((_, k) => {
              const c = Math.floor(k / pixels) % 3;
              return values[k + (((c + 1) % 3) - c) * pixels]!;
            });
          const moved = {
            ...frame,
            logits: turned(frame.logits),
            labels: frame.labels.map((label) => (label + 2) % 3),
          };
          for (const loss of all) {
            near(engine.evaluate(loss, frame), engine.evaluate(loss, moved));
            const back = engine.evaluateWithGradient(loss, frame).logits as Float64Array;
            nearAll(engine.evaluateWithGradient(loss, moved).logits!, turned(back));
          }
        },
        25,
      ),
  },
  {
    title: "a batch of one image twice is that image, without smoothing",
    check: (engine) =>
      property(
        anyFrame(),
        (frame) => {
          const size = frame.classes * frame.pixels;
          const once = {
            ...frame,
            batch: 1,
            logits: frame.logits.slice(0, size),
            labels: frame.labels.slice(0, frame.pixels),
          };
          const twice = {
            ...{ ...once, batch: 2 },
            logits: Float64Array.of(...once.logits, ...once.logits),
            labels: Int32Array.of(...once.labels, ...once.labels),
          };
          for (const loss of all) {
            near(engine.evaluate(loss, twice), engine.evaluate(loss, once));
            const image = { convention: { over: "image" } } as const;
            near(engine.evaluate(loss, twice, image), engine.evaluate(loss, once, image));
          }
        },
        25,
      ),
  },
  {
    title: "padding with ignored pixels changes nothing, and they have no slope",
    check: (engine) =>
      property(
        anyFrame([1, 2, 3]),
        (frame) => {
          const { pixels, classes, batch = 1 } = frame;
          const wide = pixels + 5;
          const logits = uniforms(1, batch * classes * wide, -4, 4);
          const labels = new Int32Array(batch * wide).fill(255);
          frame.logits.forEach((z, k) => {
            logits[Math.floor(k / pixels) * wide + (k % pixels)] = z;
          });
          frame.labels.forEach((label, i) => {
            labels[Math.floor(i / pixels) * wide + (i % pixels)] = label;
          });
          const padded = { ...frame, pixels: wide, logits, labels };
          for (const loss of all) {
            const options = { convention: { ignoreIndex: 255 } };
            near(engine.evaluate(loss, padded, options), engine.evaluate(loss, frame));
            const slopes = engine.evaluateWithGradient(loss, padded, options).logits!;
            const plain = engine.evaluateWithGradient(loss, frame).logits!;
            slopes.forEach((slope, k) => {
              const inside = k % wide < pixels;
              near(slope, inside ? plain[Math.floor(k / wide) * pixels + (k % wide)]! : 0);
            });
          }
        },
        25,
      ),
  },
  {
    title: "adding one number to all logits of a pixel changes nothing, so slopes add to 0 there",
    check: (engine) =>
      property(
        fc.tuple(anyFrame(), seeds),
        ([frame, seed]) => {
          const { pixels, classes } = frame;
          const shifts = uniforms(seed, frame.labels.length, -30, 30);
          const shiftOf = (k: number) => shifts[Math.floor(k / (classes * pixels)) * pixels + (k % pixels)]!;
          const shifted = { ...frame, logits: frame.logits.map((z, k) => z + shiftOf(k)) };
          for (const loss of all) {
            near(engine.evaluate(loss, frame), engine.evaluate(loss, shifted), 1e-11);
            const slopes = engine.evaluateWithGradient(loss, frame).logits!;
            for (let i = 0; i < pixels; i++) {
              let sum = 0;
              for (let c = 0; c < classes; c++) sum += slopes[c * pixels + i]!;
              expect(Math.abs(sum)).toBeLessThan(1e-13);
            }
          }
        },
        25,
      ),
  },
  {
    title: "at hard predictions the losses over overlap are 1 − the metric",
    check: (engine) =>
      property(anyFrame(), (frame) => {
        const { pixels, classes, batch = 1 } = frame;
        const guess = frame.labels.map((label, i) => (i % 3 === 0 ? (label + 1) % classes : label));
        const probabilities = onehot({ ...frame, labels: guess });
        const { logits: _, ...rest } = frame;
        const hard = { ...rest, probabilities };
        let [iou, f1] = [0, 0];
        for (let c = 0; c < classes; c++) {
          let [hits, either] = [0, 0];
          frame.labels.forEach((label, i) => {
            hits += label === c && guess[i] === c ? 1 : 0;
            either += label === c || guess[i] === c ? 1 : 0;
          });
          iou += hits / either / classes;
          f1 += (2 * hits) / (either + hits) / classes;
        }
        expect(batch * pixels).toBe(frame.labels.length);
        near(engine.evaluate(dice, hard), 1 - f1);
        near(engine.evaluate(losses["lovasz-softmax"]!, hard), 1 - iou);
        near(engine.evaluate(tversky, hard, { parameters: { falsePositive: 1, falseNegative: 1 } }), 1 - iou);
      }),
  },
  {
    title: "a pixel of the foreground that is taken for background costs as much with the background out",
    check: (engine) => {
      const frame: Frame = { classes: 3, pixels: 1, logits: Float64Array.of(10, 0, 0), labels: [1] };
      for (const loss of all.filter(({ scores }) => scores === "pixels")) {
        const out = { convention: { background: "out" } } as const;
        near(engine.evaluate(loss, frame, out), engine.evaluate(loss, frame));
      }
    },
  },
];

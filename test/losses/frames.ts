import fc from "fast-check";
import type { Frame } from "../../src/losses/loss.ts";
import { random } from "../../src/numerics/random.ts";

export interface Size {
  readonly seed: number;
  readonly classes: number;
  readonly pixels: number;
  readonly batch: number;
}

/** Logits in [−6, 6] and labels; every image holds every class where it has the pixels for it. */
export function randomFrame({
  seed,
  classes,
  pixels,
  batch,
}: Size): Frame & { logits: Float64Array; labels: Int32Array } {
  const { uniform, below } = random(seed);
  const top = Math.max(classes, 2);
  return {
    ...{ batch, classes, pixels },
    logits: Float64Array.from({ length: batch * classes * pixels }, () => 12 * uniform() - 6),
    labels: Int32Array.from({ length: batch * pixels }, (_, i) =>
      i % pixels < top ? i % pixels : below(top),
    ),
  };
}

/** Random frames for properties; each class is present in each image. */
export const anyFrame = (classes: readonly number[] = [2, 3, 4]) =>
  fc
    .record({
      seed: fc.integer(),
      classes: fc.constantFrom(...classes),
      pixels: fc.integer({ min: 5, max: 24 }),
      batch: fc.integer({ min: 1, max: 3 }),
    })
    .map(randomFrame);

/** Labels as one-hot targets, (B, C, N). */
export function onehot({ batch = 1, classes, pixels, labels }: Frame): Float64Array {
  const target = new Float64Array(batch * classes * pixels);
  Array.from(labels!).forEach((label, i) => {
    const image = Math.floor(i / pixels);
    const channel = classes === 1 ? 0 : label;
    target[(image * classes + channel) * pixels + (i % pixels)] = classes === 1 ? label : 1;
  });
  return target;
}

/** One channel of probabilities against targets in 0..1. */
export function channel(p: ArrayLike<number>, g: ArrayLike<number>): Frame {
  return { classes: 1, pixels: p.length, probabilities: Float64Array.from(p), target: Float64Array.from(g) };
}

/** n numbers in [low, high) of a seed. */
export function uniforms(seed: number, n: number, low = 0, high = 1): Float64Array {
  const { uniform } = random(seed);
  return Float64Array.from({ length: n }, () => low + (high - low) * uniform());
}

/** A frame whose pixels, within each image, are in another order. */
export function permuted(
  frame: Frame & { logits: Float64Array; labels: Int32Array },
  order: readonly number[],
) {
  const { pixels } = frame;
  const move = <A extends Float64Array | Int32Array>(values: A): A =>
    values.map((_, k) => values[Math.floor(k / pixels) * pixels + order[k % pixels]!]!) as A;
  return { ...frame, logits: move(frame.logits), labels: move(frame.labels) };
}

/** The softmax of a frame's logits, by Math.exp: for frames of probabilities. */
export function softmaxOf({ batch = 1, classes, pixels, logits }: Frame): Float64Array {
  const p = new Float64Array(batch * classes * pixels);
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      let sum = 0;
      for (let c = 0; c < classes; c++) sum += Math.exp(logits![(b * classes + c) * pixels + i]!);
      for (let c = 0; c < classes; c++) {
        const k = (b * classes + c) * pixels + i;
        p[k] = Math.exp(logits![k]!) / sum;
      }
    }
  }
  return p;
}

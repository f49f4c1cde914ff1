import type { Frame } from "../losses/loss.ts";
import { exp } from "../numerics/exp.ts";
import type { Random } from "../numerics/random.ts";

/** A frame of logits and labels. */
export interface LogitFrame extends Frame {
  readonly batch: number;
  readonly logits: Float64Array;
  readonly labels: Uint8Array;
}

/** What is not given is drawn: two to four classes, 8 to 40 pixels, one or two images. */
export interface Drawing {
  readonly classes?: number;
  readonly pixels?: number;
  readonly batch?: number;
  /** Whether labels are drawn freely, so that a class may be absent; else every image holds every class. */
  readonly absent?: boolean;
  /** Whether one logit in eight is ±40, where the probability rounds to 0 or 1. */
  readonly saturated?: boolean;
}

/** Logits in [−6, 6) and labels; one channel stands for background 0 and foreground 1. */
export function randomFrame(random: Random, drawing: Drawing = {}): LogitFrame {
  const {
    classes = 2 + random.below(3),
    pixels = 8 + random.below(33),
    batch = 1 + random.below(2),
    absent,
    saturated,
  } = drawing;
  const top = Math.max(classes, 2);
  const logit = () =>
    saturated && random.below(8) === 0 ? (random.below(2) ? 40 : -40) : 12 * random.uniform() - 6;
  return {
    ...{ batch, classes, pixels },
    logits: Float64Array.from({ length: batch * classes * pixels }, logit),
    labels: Uint8Array.from({ length: batch * pixels }, (_, i) =>
      !absent && i % pixels < top ? i % pixels : random.below(top),
    ),
  };
}

/** n numbers in [low, high). */
export const uniforms = (random: Random, n: number, low = 0, high = 1): Float64Array =>
  Float64Array.from({ length: n }, () => low + (high - low) * random.uniform());

/** A mask of n pixels that holds both 0 and 1, about half of each unless `share` says else. */
export function mask(random: Random, n: number, share = 0.5): Float64Array {
  const out = Float64Array.from({ length: n }, () => (random.uniform() < share ? 1 : 0));
  const at = random.below(n);
  out[at] = 1;
  out[(at + 1) % n] = 0;
  return out;
}

/** One channel of probabilities against targets in 0..1. */
export const channel = (p: ArrayLike<number>, g: ArrayLike<number>): Frame => ({
  ...{ classes: 1, pixels: p.length },
  probabilities: Float64Array.from(p),
  target: Float64Array.from(g),
});

/** One channel whose errors against g are m: 1 − p inside the class, p outside it. */
export const withErrors = (m: ArrayLike<number>, g: ArrayLike<number>): Frame =>
  channel(
    Array.from(m, (error, i) => (g[i] === 1 ? 1 - error : error)),
    g,
  );

/** Labels as one-hot probabilities of a confidence, the rest shared equally; one image, channel first. */
export function spread(labels: ArrayLike<number>, classes: number, confidence = 1): Float64Array {
  const pixels = labels.length;
  const p = new Float64Array(classes * pixels).fill((1 - confidence) / Math.max(classes - 1, 1));
  for (let i = 0; i < pixels; i++) p[labels[i]! * pixels + i] = confidence;
  return p;
}

/** As many pixels of each class as `volumes` says, all with the same logits: the start of a training. */
export function constantFrame(volumes: readonly number[], logits: readonly number[]): LogitFrame {
  const pixels = volumes.reduce((a, b) => a + b, 0);
  const frame = {
    ...{ batch: 1, classes: volumes.length, pixels },
    labels: new Uint8Array(pixels),
    logits: new Float64Array(volumes.length * pixels),
  };
  let from = 0;
  volumes.forEach((volume, c) => {
    frame.labels.fill(c, from, from + volume);
    frame.logits.fill(logits[c]!, c * pixels, (c + 1) * pixels);
    from += volume;
  });
  return frame;
}

/** The softmax of a frame's logits, straight from its definition. */
export function softmaxOf({ batch = 1, classes, pixels, logits }: Frame): Float64Array {
  const p = Float64Array.from(logits!, exp);
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const at = (c: number) => (b * classes + c) * pixels + i;
      let sum = 0;
      for (let c = 0; c < classes; c++) sum += p[at(c)]!;
      for (let c = 0; c < classes; c++) p[at(c)]! /= sum;
    }
  }
  return p;
}

/** The mean probability of the true class. */
export function meanOfTruth(frame: LogitFrame): number {
  const { classes, pixels, labels } = frame;
  const p = softmaxOf(frame);
  let sum = 0;
  labels.forEach((label, i) => {
    sum += p[(Math.floor(i / pixels) * classes + label) * pixels + (i % pixels)]!;
  });
  return sum / labels.length;
}

/** The numbers 0..n−1 in a random order. */
export function shuffled(random: Random, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

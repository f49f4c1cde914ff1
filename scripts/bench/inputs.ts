import { random } from "../../src/numerics/random.ts";

/** A square frame of three classes, 24 of 25 pixels background, the rest in halves. */
export interface Input {
  readonly side: number;
  readonly pixels: number;
  readonly logits: Float32Array<ArrayBuffer>;
  readonly labels: Uint8Array<ArrayBuffer>;
}

export const classes = 3;

export function inputOf(side: number): Input {
  const { normal, below } = random(side);
  const pixels = side * side;
  const logits = Float32Array.from({ length: classes * pixels }, () => 2 * normal());
  const labels = Uint8Array.from({ length: pixels }, () => {
    const die = below(50);
    return die < 48 ? 0 : die - 47;
  });
  return { side, pixels, logits, labels };
}

/** One-hot targets, channel first. */
export function onehotOf({ pixels, labels }: Input): Float32Array<ArrayBuffer> {
  const target = new Float32Array(classes * pixels);
  for (let i = 0; i < pixels; i++) target[labels[i]! * pixels + i] = 1;
  return target;
}

/** Channel first to channel last, (C, N) to (N, C). */
export function channelLast(values: Float32Array, pixels: number): Float32Array {
  return values.map((_, k) => values[(k % classes) * pixels + Math.floor(k / classes)]!);
}

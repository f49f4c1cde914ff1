import type { Frame } from "../losses/loss.ts";
import { random } from "../numerics/random.ts";
import { scene } from "./scene.ts";

/** What a call takes: masks for one or several sigmoid channels, class numbers, or shares of classes. */
export type Task = "binary" | "multi-class" | "multi-label" | "soft";

export const frameSize = { width: 20, height: 14 } as const;

/** Two simulated logs with two thin curves, and an unsure answer to them. */
export interface TranslationFrame {
  readonly width: number;
  readonly height: number;
  /** Class numbers of both images. */
  readonly labels: Uint8Array;
  /** Logits of three channels, (2, 3, N). */
  readonly logits: Float64Array;
}

/** With `absent` the second curve is drawn in no image, and is still answered here and there. */
export function translationFrame({ seed, absent }: { seed: number; absent: boolean }): TranslationFrame {
  const { width, height } = frameSize;
  const pixels = width * height;
  const images = [seed, seed + 1000].map((each) => scene({ seed: each, ...frameSize, curves: 2 }).labels);
  const labels = new Uint8Array(2 * pixels);
  for (const [b, image] of images.entries()) {
    for (let i = 0; i < pixels; i++) labels[b * pixels + i] = absent && image[i] === 2 ? 0 : image[i]!;
  }
  const source = random(seed ^ 0x51ab);
  const logits = new Float64Array(2 * 3 * pixels);
  for (let b = 0; b < 2; b++) {
    for (let c = 0; c < 3; c++) {
      for (let i = 0; i < pixels; i++) {
        const right = labels[b * pixels + i] === c;
        logits[(b * 3 + c) * pixels + i] = (right ? 1 : -1) + (c === 0 ? 0.5 : 0) + 1.2 * source.normal();
      }
    }
  }
  return { width, height, labels, logits };
}

/** The same logs as a call of this task takes them: a binary one sees the curves as one foreground. */
export function frameOf(task: Task, { width, height, labels, logits }: TranslationFrame): Frame {
  const pixels = width * height;
  const shape = [height, width];
  if (task === "binary") {
    const one = new Float64Array(2 * pixels);
    for (let b = 0; b < 2; b++) {
      const at = b * 3 * pixels;
      for (let i = 0; i < pixels; i++) one[b * pixels + i] = logits[at + pixels + i]! - logits[at + i]!;
    }
    return {
      batch: 2,
      classes: 1,
      pixels,
      shape,
      logits: one,
      labels: labels.map((label) => Math.min(label, 1)),
    };
  }
  const frame = { batch: 2, classes: 3, pixels, shape, logits };
  if (task === "multi-class") return { ...frame, labels };
  const target = new Float64Array(logits.length);
  for (let k = 0; k < labels.length; k++) {
    const [b, i] = [Math.floor(k / pixels), k % pixels];
    target[(b * 3 + labels[k]!) * pixels + i] = 1;
  }
  return { ...frame, target };
}

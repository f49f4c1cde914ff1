import type { LabelImage } from "./label-image.ts";
import type { MaskReport } from "./mask.ts";
import type { Truth } from "./prediction.ts";

/** A part of a label image with classes numbered anew: 0 the background and all that is not kept, then those kept. */
export interface Window {
  readonly width: number;
  readonly height: number;
  readonly labels: Uint8Array;
}

/** The classes of a mask beside its background, the largest first. */
export function foreground({ classes, background }: MaskReport): number[] {
  return classes
    .filter(({ label }) => label !== background)
    .sort((a, b) => b.pixels - a.pixels || a.label - b.label)
    .map(({ label }) => label);
}

/** At most `size` of the image, around the mean place of the classes that are kept. */
export function windowOf(
  { width, height, labels }: LabelImage,
  keep: readonly number[],
  size: { readonly width: number; readonly height: number },
): Window {
  const place = new Uint8Array(256);
  keep.forEach((label, k) => {
    place[label] = k + 1;
  });
  let [sumX, sumY, n] = [0, 0, 0];
  for (let i = 0; i < labels.length; i++) {
    if (place[labels[i]!] === 0) continue;
    sumX += i % width;
    sumY += Math.floor(i / width);
    n += 1;
  }
  const [w, h] = [Math.min(width, size.width), Math.min(height, size.height)];
  const left = Math.min(width - w, Math.max(0, Math.round(sumX / Math.max(1, n) - w / 2)));
  const top = Math.min(height - h, Math.max(0, Math.round(sumY / Math.max(1, n) - h / 2)));
  const cut = new Uint8Array(w * h);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) cut[y * w + x] = place[labels[(top + y) * width + left + x]!]!;
  return { width: w, height: h, labels: cut };
}

/** The part of a mask that the gradient view works on, all its classes kept, the background first. */
export function truthOf(image: LabelImage, report: MaskReport, side = 128): Truth {
  const keep = foreground(report);
  return { ...windowOf(image, keep, { width: side, height: side }), classes: keep.length + 1 };
}

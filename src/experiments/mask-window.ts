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

/**
 * The whole mask on at most `side` pixels, foreground classes numbered by size as in `truthOf`. Where a block holds any
 * foreground its last such pixel shows, so that thin strokes do not vanish.
 */
export function shrunk({ width, height, labels }: LabelImage, report: MaskReport, side = 560): Window {
  const place = new Uint8Array(256);
  foreground(report).forEach((label, k) => {
    place[label] = k + 1;
  });
  const block = Math.max(1, Math.ceil(Math.max(width, height) / side));
  const small = { width: Math.ceil(width / block), height: Math.ceil(height / block) };
  const out = new Uint8Array(small.width * small.height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const c = place[labels[y * width + x]!]!;
      if (c > 0) out[Math.floor(y / block) * small.width + Math.floor(x / block)] = c;
    }
  return { ...small, labels: out };
}

import { fullest, type Place } from "./fullest.ts";
import type { LabelImage } from "./label-image.ts";
import type { MaskReport } from "./mask.ts";
import type { Truth } from "./prediction.ts";

/** A part of a label image with classes numbered anew: 0 the background and all that is not kept, then those kept. */
export interface Window {
  readonly width: number;
  readonly height: number;
  readonly labels: Uint8Array;
}

/** A window cut out of a label image: where, which of its classes are inside (numbered 1, 2, …), and which are not. */
export interface Cut extends Window, Place {
  readonly kept: readonly number[];
  readonly outside: readonly number[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The classes of a mask beside its background, the largest first. */
export function foreground({ classes, background }: MaskReport): number[] {
  return classes
    .filter(({ label }) => label !== background)
    .sort((a, b) => b.pixels - a.pixels || a.label - b.label)
    .map(({ label }) => label);
}

/** The number of each label: its place in `order`, from 1; 0 for all that is not in it. */
function numbered(order: readonly number[]): Uint8Array {
  const number = new Uint8Array(256);
  order.forEach((label, k) => {
    number[label] = k + 1;
  });
  return number;
}

/** The window of at most `size` that holds the most of these classes, then the most of their pixels. */
export function windowOf(image: LabelImage, wanted: readonly number[], size: Size): Cut {
  const { width, height, labels } = image;
  const [w, h] = [Math.min(width, size.width), Math.min(height, size.height)];
  const picture = { width, height, labels, classes: wanted.length, number: numbered(wanted) };
  const found = fullest(picture, w, h) ?? { left: 0, top: 0 };
  const first = cutAt(image, wanted, { width: w, height: h }, found);
  const moved = cutAt(image, wanted, first, middled(first, image));
  return balance(moved) >= balance(first) ? moved : first;
}

/** As `fullest` counts it. */
function balance({ labels }: Window): number {
  const ink = labels.reduce((sum, label) => sum + (label > 0 ? 1 : 0), 0);
  return Math.min(ink, labels.length - ink);
}

/** The place at which what the window holds stands in its middle, as far as the image reaches. */
function middled({ width, height, labels, left, top }: Cut, image: Size): Place {
  let [x0, x1, y0, y1] = [width, -1, height, -1];
  labels.forEach((label, i) => {
    if (label === 0) return;
    const [x, y] = [i % width, Math.floor(i / width)];
    [x0, x1, y0, y1] = [Math.min(x0, x), Math.max(x1, x), Math.min(y0, y), Math.max(y1, y)];
  });
  if (x1 < 0) return { left, top };
  const within = (at: number, free: number) => Math.min(free, Math.max(0, at));
  return {
    left: within(left + Math.floor((x0 + x1 + 1 - width) / 2), image.width - width),
    top: within(top + Math.floor((y0 + y1 + 1 - height) / 2), image.height - height),
  };
}

function cutAt(
  { labels, width }: LabelImage,
  wanted: readonly number[],
  { width: w, height: h }: Size,
  { left, top }: Place,
): Cut {
  const row = (y: number) => labels.subarray((top + y) * width + left, (top + y) * width + left + w);
  const seen = new Set<number>();
  for (let y = 0; y < h; y++) for (const label of row(y)) seen.add(label);
  const kept = wanted.filter((label) => seen.has(label));
  const number = numbered(kept);
  const cut = new Uint8Array(w * h);
  for (let y = 0; y < h; y++)
    row(y).forEach((label, x) => {
      cut[y * w + x] = number[label]!;
    });
  const outside = wanted.filter((label) => !seen.has(label));
  return { width: w, height: h, labels: cut, left, top, kept, outside };
}

/** The part of a mask that the gradient view works on, the background first; classes outside it are not in it. */
export function truthOf(image: LabelImage, report: MaskReport, side = 128): Truth & Cut {
  const cut = windowOf(image, foreground(report), { width: side, height: side });
  return { ...cut, classes: cut.kept.length + 1 };
}

/**
 * The whole mask on at most `side` pixels, classes numbered in this order. Where a block holds any foreground its last
 * such pixel shows, so that thin strokes do not vanish.
 */
export function shrunk({ width, height, labels }: LabelImage, order: readonly number[], side = 560): Window {
  const number = numbered(order);
  const block = Math.max(1, Math.ceil(Math.max(width, height) / side));
  const small = { width: Math.ceil(width / block), height: Math.ceil(height / block) };
  const out = new Uint8Array(small.width * small.height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const c = number[labels[y * width + x]!]!;
      if (c > 0) out[Math.floor(y / block) * small.width + Math.floor(x / block)] = c;
    }
  return { ...small, labels: out };
}

import { random } from "../numerics/random.ts";

/**
 * Imbalance by thinning: every curve pixel stays, background pixels are left out until they make up `share` of the rest.
 * Same image, same curve pixels, another prior. One seed gives nested subsets: what a smaller share keeps, a larger one
 * keeps too. Returns pixel indices in ascending order; the share is met to the nearest pixel.
 */
export function thinned(labels: Uint8Array, share: number, seed: number): Uint32Array {
  if (!(share > 0 && share < 1)) throw new RangeError(`background share ${share} must lie between 0 and 1`);
  const background: number[] = [];
  labels.forEach((label, i) => {
    if (label === 0) background.push(i);
  });
  const foreground = labels.length - background.length;
  const keep = Math.floor((foreground * share) / (1 - share) + 0.5);
  if (keep > background.length)
    throw new RangeError(
      `a background share of ${share} needs ${keep} background pixels, the frame has ${background.length}; ` +
        "draw a wider frame or choose a smaller share",
    );
  // A partial Fisher–Yates shuffle: its first k places do not depend on how many more are drawn.
  const source = random(seed);
  for (let k = 0; k < keep; k++) {
    const other = k + source.below(background.length - k);
    [background[k], background[other]] = [background[other]!, background[k]!];
  }
  const kept = new Uint8Array(labels.length);
  for (let k = 0; k < keep; k++) kept[background[k]!] = 1;
  const pixels = new Uint32Array(foreground + keep);
  let n = 0;
  labels.forEach((label, i) => {
    if (label !== 0 || kept[i] === 1) pixels[n++] = i;
  });
  return pixels;
}

import type { Frame, Options } from "../../losses/loss.ts";

/** One channel of foreground probabilities against a mask. */
export const channel = (p: readonly number[], g: readonly number[], batch = 1): Frame => ({
  batch,
  classes: 1,
  pixels: p.length / batch,
  probabilities: Float64Array.from(p),
  labels: Uint8Array.from(g),
});
export const filled = (n: number, value: number): number[] => new Array<number>(n).fill(value);
export const convention = (of: NonNullable<Options["convention"]>) => ({ convention: of });

import { focal } from "../losses/focal.ts";
import type { Frame } from "../losses/loss.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { log } from "../numerics/log.ts";
import { slopesOf } from "./slopes.ts";

/** One foreground pixel behind a sigmoid. */
export const onePixel = (logit: number): Frame => ({
  ...{ classes: 1, pixels: 1, labels: [1] },
  logits: Float64Array.of(logit),
});

export const logitOf = (p: number): number => log(p / (1 - p));

/** How many times as hard as cross-entropy the focal loss pulls on the logit of a pixel of this probability. */
export function pullRatio(p: number, gamma: number): number {
  const frame = onePixel(logitOf(p));
  return slopesOf(focal, frame, { parameters: { gamma } })[0]! / slopesOf(softCrossEntropy, frame)[0]!;
}

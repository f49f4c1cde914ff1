import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { confusion } from "../metrics/confusion.ts";
import { countsOf } from "../metrics/scores.ts";
import { random } from "../numerics/random.ts";
import { scene } from "./scene.ts";

/** A simulated log with one thin curve, and where an answer to it wanders. */
export interface Line {
  readonly width: number;
  readonly height: number;
  /** 1 on the curve. */
  readonly truth: Uint8Array;
  /** The curve's true centre in each row, in pixels. */
  readonly centre: Float64Array;
  /** How far the answer strays from it in each row, in units of the typical distance. */
  readonly offset: Float64Array;
}

/** The same seed gives the same curve and the same wandering. */
export function line({ seed, width, height }: { seed: number; width: number; height: number }): Line {
  const { labels: truth, traces } = scene({ seed, width, height, curves: 1 });
  const source = random(seed ^ 0x3a7d);
  const offset = new Float64Array(height);
  let now = source.normal();
  for (let y = 0; y < height; y++) {
    // A slow walk of variance 1: neighbours agree, so that the answer is wrong in stretches, as networks are.
    now = 0.9 * now + Math.sqrt(1 - 0.9 * 0.9) * source.normal();
    offset[y] = now;
  }
  return { width, height, truth, centre: traces[0]!.map((x) => x * width), offset };
}

/** A stroke that answers where the curve is, not quite rightly. */
export interface Answer {
  readonly truth: Uint8Array;
  readonly predicted: Uint8Array;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** The answer drawn `thickness` pixels wide, off the curve by `wander` pixels, typically. */
export function answer(
  { width, height, truth, centre, offset }: Line,
  { thickness, wander }: { thickness: number; wander: number },
): Answer {
  const predicted = new Uint8Array(truth.length);
  for (let y = 0; y < height; y++) {
    const middle = centre[y]! + wander * offset[y]!;
    const from = Math.max(0, Math.ceil(middle - thickness / 2 - 0.5));
    const to = Math.min(width - 1, Math.floor(middle + thickness / 2 - 0.5));
    for (let x = from; x <= to; x++) predicted[y * width + x] = 1;
  }
  return { truth, predicted, ...countsOf(confusion(truth, predicted, 2), 1) };
}

export interface Weights {
  readonly falsePositive: number;
  readonly falseNegative: number;
}

type Masks = Pick<Answer, "truth" | "predicted">;

const frameOf = ({ truth, predicted }: Masks) => ({
  classes: 1,
  pixels: truth.length,
  labels: truth,
  probabilities: Float64Array.from(predicted),
});

export const tverskyLoss = (masks: Masks, parameters: Weights): number =>
  evaluate(tversky, frameOf(masks), { parameters });

export const diceLoss = (masks: Masks): number => evaluate(dice, frameOf(masks));

/**
 * What the loss rises by when one hit more is missed, and when one pixel more strays: found by changing that pixel and
 * evaluating the loss again. NaN where there is no pixel left to change.
 */
export function marginalCosts(masks: Masks, weights: Weights): { miss: number; stray: number } {
  const { truth, predicted } = masks;
  const before = tverskyLoss(masks, weights);
  const changed = (at: number) => {
    if (at < 0) return Number.NaN;
    const other = Uint8Array.from(predicted);
    other[at] = 1 - predicted[at]!;
    return tverskyLoss({ truth, predicted: other }, weights) - before;
  };
  return {
    miss: changed(truth.findIndex((one, i) => one === 1 && predicted[i] === 1)),
    stray: changed(truth.findIndex((one, i) => one === 0 && predicted[i] === 0)),
  };
}

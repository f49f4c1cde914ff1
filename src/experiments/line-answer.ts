import { dice } from "../losses/dice.ts";
import type { Counts, OverlapLoss, Parameters } from "../losses/loss.ts";
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

type Tally = Pick<Answer, "tp" | "fp" | "fn">;

/**
 * The loss of a hard answer from its counts: one minus the record's own ratio. A test holds it to the kernel's value of
 * the whole frame; the kernel with all its conventions would be four fifths of what the dial loads.
 */
function lossOf<Id extends string>(loss: OverlapLoss<Id>, counts: Tally, parameters: Parameters<Id>): number {
  const { numerator, denominator } = loss.ratio(parameters);
  const dot = (weights: Counts) => weights.tp * counts.tp + weights.fp * counts.fp + weights.fn * counts.fn;
  return 1 - dot(numerator) / dot(denominator);
}

export const tverskyLoss = (counts: Tally, weights: Weights): number => lossOf(tversky, counts, weights);

export const diceLoss = (counts: Tally): number => lossOf(dice, counts, {});

/**
 * What the loss rises by when one hit more is missed, and when one pixel more strays: the loss evaluated again with that
 * pixel changed. NaN where there is no hit left to lose, or no background to stray into.
 */
export function marginalCosts(answered: Tally & Pick<Answer, "truth">, weights: Weights) {
  const { tp, fp, fn, truth } = answered;
  const before = tverskyLoss(answered, weights);
  const background = truth.length - tp - fn;
  return {
    miss: tp > 0 ? tverskyLoss({ tp: tp - 1, fp, fn: fn + 1 }, weights) - before : Number.NaN,
    stray: fp < background ? tverskyLoss({ tp, fp: fp + 1, fn }, weights) - before : Number.NaN,
  };
}

import { evaluateWithGradient } from "../losses/kernel.ts";
import { lossOf } from "../losses/registry.ts";
import { confusion } from "../metrics/confusion.ts";
import { scores } from "../metrics/scores.ts";
import { type AdamState, adamStart, adamStep } from "./adam.ts";
import { classesOf, scoresInto, type Weights, weightGradientInto } from "./linear.ts";
import { featureCount, type Samples } from "./logs.ts";
import { type Protocol, rowOf } from "./protocol.ts";

/** What is seen of a run on its way, on the training pixels before that step. */
export interface Moment {
  readonly step: number;
  readonly value: number;
  /** IoU of each class. */
  readonly iou: readonly number[];
  /** Share of the summed |gradient to the scores| that falls on the pixels of each class. */
  readonly listens: readonly number[];
}

/** All that a run needs to go on later, elsewhere: plain numbers and arrays, fit for JSON or a structured clone. */
export interface RunState {
  readonly protocol: Protocol;
  readonly step: number;
  readonly weights: readonly number[];
  readonly mean: readonly number[];
  readonly square: readonly number[];
  readonly decay: readonly [number, number];
  readonly moments: readonly Moment[];
}

export interface Run {
  readonly protocol: Protocol;
  readonly weights: Weights;
  readonly moments: readonly Moment[];
  /** Steps taken so far. */
  readonly taken: number;
  readonly done: boolean;
  /** Takes up to `count` steps, fewer at the end. Stopping between two calls is all that cancelling means. */
  advance(count: number): void;
  state(): RunState;
}

/** A moment is kept every so many steps, the first and the last among them. */
const momentEvery = 10;

/** Training of one row from weights of zero, or from a stored state of the same protocol. */
export function createRun(protocol: Protocol, samples: Samples, state?: RunState): Run {
  const { loss: id, parameters } = rowOf(protocol.row);
  const loss = lossOf(id);
  const { count, classes, labels } = samples;
  const weights = Float64Array.from(state?.weights ?? new Float64Array(classes * (featureCount + 1)));
  const adam: AdamState = state
    ? {
        mean: Float64Array.from(state.mean),
        square: Float64Array.from(state.square),
        decay: [...state.decay],
      }
    : adamStart(weights.length);
  const z = new Float64Array(classes * count);
  const dz = new Float64Array(classes * count);
  const gradient = new Float64Array(weights.length);
  const frame = { classes, pixels: count, logits: z, labels };
  const moments: Moment[] = [...(state?.moments ?? [])];
  let taken = state?.step ?? 0;

  function look() {
    scoresInto(weights, samples, z);
    const { value } = evaluateWithGradient(loss, frame, { parameters }, { logits: dz });
    if (taken % momentEvery !== 0 && taken !== protocol.steps) return;
    const iou = scores(confusion(labels, classesOf(z, classes), classes)).map((s) => s.iou);
    moments.push({ step: taken, value, iou, listens: listens(dz, labels, classes) });
  }

  function step() {
    look();
    weightGradientInto(dz, samples, gradient);
    adamStep(weights, gradient, adam, protocol.learningRate);
    taken += 1;
    if (taken === protocol.steps) look();
  }

  return {
    protocol,
    weights,
    moments,
    get taken() {
      return taken;
    },
    get done() {
      return taken >= protocol.steps;
    },
    advance(steps) {
      for (let k = 0; k < steps && taken < protocol.steps; k++) step();
    },
    state: () => ({
      protocol,
      step: taken,
      weights: [...weights],
      mean: [...adam.mean],
      square: [...adam.square],
      decay: [...adam.decay],
      moments: [...moments],
    }),
  };
}

/** Share of Σ|gradient| on the pixels of each class; channel-first gradient. NaN where the gradient is zero. */
export function listens(gradient: Float64Array, labels: Uint8Array, classes: number): number[] {
  const n = labels.length;
  const sums = new Float64Array(classes);
  for (let c = 0; c < classes; c++)
    for (let i = 0; i < n; i++) sums[labels[i]!]! += Math.abs(gradient[c * n + i]!);
  const all = sums.reduce((sum, v) => sum + v, 0);
  return [...sums].map((sum) => sum / all);
}

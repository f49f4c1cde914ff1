import { evaluateWithGradient } from "../losses/kernel.ts";
import { lossOf } from "../losses/registry.ts";
import { log } from "../numerics/log.ts";
import { rowOf } from "./protocol.ts";

/**
 * One thin curve on which any loss can be compared with any other: forty pixels of curve among a thousand. Forty pixels
 * are wrong to a degree, all others are certain and right. The same scale serves losses that score pixels, overlap and
 * sorted errors, because each is asked for its value on a whole frame.
 */
export const oneCurve = { pixels: 1000, curve: 40 } as const;

/** Which forty pixels go wrong: those of the curve, or as many of the background. */
export const wrongs = ["miss", "stray"] as const;
export type Wrong = (typeof wrongs)[number];

/** How wrong they are: the probability that they give to the wrong class. At one, cross-entropy is infinite. */
export const steps: readonly number[] = Array.from({ length: 50 }, (_, k) => (2 * k + 1) / 100);

export interface Course {
  readonly loss: readonly number[];
  /** Σ|∂L/∂z| over the forty pixels, of the logit of the curve: how hard training pulls on them. */
  readonly pull: readonly number[];
}

/** A logit at which a pixel is certain for every digit that is shown, and still finite. */
const certain = 30;

/** The course of one loss, with its paper's parameters and the site's convention, as forty pixels go wrong. */
export function courseOf(id: string, wrong: Wrong): Course {
  const { pixels, curve } = oneCurve;
  const labels = Uint8Array.from({ length: pixels }, (_, i) => (i < curve ? 1 : 0));
  const first = wrong === "miss" ? 0 : curve;
  const logits = new Float64Array(2 * pixels);
  const gradient = new Float64Array(2 * pixels);
  const course = { loss: [] as number[], pull: [] as number[] };
  for (const error of steps) {
    const given = wrong === "miss" ? 1 - error : error;
    for (let i = 0; i < pixels; i++) {
      const open = i >= first && i < first + curve;
      logits[pixels + i] = open ? log(given) - log(1 - given) : labels[i] === 1 ? certain : -certain;
    }
    const frame = { classes: 2, pixels, logits, labels };
    const { value } = evaluateWithGradient(
      lossOf(id),
      frame,
      { parameters: rowOf(id).parameters },
      { logits: gradient },
    );
    const own = gradient.subarray(pixels + first, pixels + first + curve);
    course.loss.push(value);
    course.pull.push(own.reduce((sum, slope) => sum + Math.abs(slope), 0));
  }
  return course;
}

import { type Confusion, confusion, reweightBackground } from "../metrics/confusion.ts";
import { type Scores, scores } from "../metrics/scores.ts";
import { traceByArgmax, traceByCentroid, traceError } from "../metrics/trace.ts";
import { fingerprint } from "./hash.ts";
import { classesOf, probability, scoresInto, type Weights } from "./linear.ts";
import type { Logs } from "./logs.ts";
import { rowOf } from "./protocol.ts";
import { bestShift } from "./shift.ts";

/** What a trained run shows on the test log; whole counts, from which every score follows. */
export interface Outcome {
  readonly row: string;
  /** Fingerprint of the trained weights: equal in every engine. */
  readonly weights: string;
  /** What was taken from the background's score: 0 but for the shifted row. */
  readonly shift: number;
  /** Row = true class, column = predicted, of the whole test log, not reweighted. */
  readonly counts: readonly number[];
  /** Mean absolute trace error of each curve in shares of the width; NaN where no pixel was predicted. */
  readonly centroid: readonly number[];
  readonly argmax: readonly number[];
}

/** A trained classifier on the test log: labels for the picture, and the outcome. */
export function outcomeOf(
  row: string,
  weights: Weights,
  logs: Logs,
): { labels: Uint8Array; outcome: Outcome } {
  const { train, test, testScene } = logs;
  const { width, height, traces } = testScene;
  const { classes } = test;
  const shift = rowOf(row).shifted ? bestShift(scoresOn(weights, train), train.labels, classes) : 0;
  const z = scoresOn(weights, test);
  const labels = classesOf(z, classes, shift);
  const curves = traces.map((truth, k) => ({ truth, c: k + 1 }));
  return {
    labels,
    outcome: {
      row,
      weights: fingerprint(weights),
      shift,
      counts: [...confusion(test.labels, labels, classes).counts],
      centroid: curves.map(({ truth, c }) => traceError(truth, traceByCentroid(labels, width, height, c))),
      argmax: curves.map(({ truth, c }) =>
        traceError(truth, traceByArgmax(probability(z, classes, c, shift), width, height)),
      ),
    },
  };
}

/** The confusion counts at the background share of the run, without sampling noise. */
export function countsAt({ counts }: Pick<Outcome, "counts">, share: number): Confusion {
  const classes = Math.sqrt(counts.length);
  return reweightBackground({ classes, counts: Float64Array.from(counts) }, share);
}

/** IoU, F1, precision and recall of each class at the background share of the run. */
export const scoresAt = (outcome: Pick<Outcome, "counts">, share: number): Scores[] =>
  scores(countsAt(outcome, share));

function scoresOn(weights: Weights, samples: Logs["test"]): Float64Array {
  const z = new Float64Array(samples.classes * samples.count);
  scoresInto(weights, samples, z);
  return z;
}

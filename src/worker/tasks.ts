import type { Outcome } from "../checks/check.ts";
import { fingerprint } from "../experiments/hash.ts";
import { readLabelImage } from "../experiments/label-image.ts";
import { listener, strength } from "../experiments/listening.ts";
import { type LogPair, type Logs, logPair, logsOf } from "../experiments/logs.ts";
import { type MaskReport, reportOf } from "../experiments/mask.ts";
import { maskPair, shapesOf } from "../experiments/mask-logs.ts";
import { type Cut, shrunk, truthOf, type Window } from "../experiments/mask-window.ts";
import { outcomeOf } from "../experiments/outcome.ts";
import type { Departure, Truth } from "../experiments/prediction.ts";
import type { LogProtocol, Protocol } from "../experiments/protocol.ts";
import { createRun, type Moment, type RunState } from "../experiments/run.ts";
import type { Scene } from "../experiments/scene.ts";
import { type Line, trainingOf } from "../experiments/table.ts";
import { random } from "../numerics/random.ts";

/** A mask that was read: what it says, and the parts of it that are drawn, that losses are heard on, that are trained on. */
export interface ReadMask {
  readonly report: MaskReport;
  /** The whole of it, small, its classes numbered as in `truth`, those outside that window last. */
  readonly picture: Window;
  readonly truth: Truth & Cut;
  readonly shapes: Cut;
}

export interface TrainInput {
  readonly protocol: Protocol;
  /** The shapes of the reader's own mask, where the lab is run on them instead of on drawn curves. */
  readonly shapes?: Cut;
  /** Where a stopped run goes on. */
  readonly state?: RunState;
}

/** A run on its way, with all that is needed to go on from here. */
export interface TrainProgress {
  readonly row: string;
  readonly taken: number;
  readonly steps: number;
  readonly moment: Moment | undefined;
  readonly state: RunState;
}

export interface TrainResult {
  readonly line: Line;
  readonly moments: readonly Moment[];
  /** What the trained classifier says of each pixel of the test log. */
  readonly labels: Uint8Array;
  readonly state: RunState;
}

export interface Drawn {
  readonly train: Scene;
  readonly test: Scene;
  readonly share: number;
}

/** What one loss says, as pictures: strength of the gradient at each pixel, 0..255, 255 the loudest. */
export interface Heard {
  readonly row: string;
  readonly value: number;
  readonly logits: Uint8Array;
  readonly probabilities: Uint8Array;
  readonly logitShares: readonly number[];
  readonly probabilityShares: readonly number[];
}

export interface CheckInput {
  readonly id: string;
  readonly seed: number;
  /** The numbers of the content that the check asks for. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Whether the false variant is to be run as well. */
  readonly doubted: boolean;
}

export interface Checked {
  readonly id: string;
  readonly seed: number;
  readonly claim: Outcome;
  /** What is wrong in the false variant, in words, and what became of it. */
  readonly falsehood: { readonly says: string; readonly outcome: Outcome } | undefined;
  readonly milliseconds: number;
}

export type Tasks = ReturnType<typeof createTasks>;

/**
 * Everything that is computed off the main thread. Each generator yields its progress, or nothing where there is none to
 * tell but work may be interrupted, and returns its result. The last logs and the last listener are kept, for rows and
 * frames come in series on the same ones.
 */
export function createTasks() {
  let logs: { readonly key: string; readonly pair: LogPair } | undefined;
  let ear: { readonly key: string; readonly listener: ReturnType<typeof listener> } | undefined;

  function logsFor(protocol: LogProtocol, own: Cut | undefined): Logs {
    const { seed, difficulty, imbalance, share } = protocol;
    const drawnAt = own
      ? [own.width, fingerprint(own.labels)].join()
      : imbalance === "geometry"
        ? share
        : "any share";
    const key = [seed, difficulty, imbalance, drawnAt].join();
    if (logs?.key !== key) logs = { key, pair: own ? maskPair(own, seed, difficulty) : logPair(protocol) };
    return logsOf(logs.pair, protocol);
  }

  return {
    /** Runs the check of a claim on the inputs of a seed, and its false variant where that is wanted. */
    async *check({ id, seed, numbers, doubted }: CheckInput): AsyncGenerator<undefined, Checked> {
      const { checkOfClaim, numbersIn } = await import("../checks/verdicts.ts");
      yield undefined;
      const check = checkOfClaim(id);
      const numberOf = numbersIn(numbers);
      const started = performance.now();
      const claim = check.run(random(seed), numberOf);
      const milliseconds = performance.now() - started;
      const says = check.falsehood;
      const falsehood = doubted ? { says, outcome: check.falsified(random(seed), numberOf) } : undefined;
      return { id, seed, claim, falsehood, milliseconds };
    },

    /** Trains one row and tests it. */
    *train({ protocol, shapes, state }: TrainInput): Generator<TrainProgress | undefined, TrainResult> {
      const data = logsFor(protocol, shapes);
      yield undefined;
      const run = createRun({ ...protocol, row: trainingOf(protocol.row) }, data.train, state);
      while (!run.done) {
        const seen = run.moments.length;
        run.advance(1);
        const moment = run.moments.length > seen ? run.moments.at(-1) : undefined;
        const { row, steps } = protocol;
        yield moment && { row, taken: run.taken, steps, moment, state: run.state() };
      }
      const { outcome, labels } = outcomeOf(protocol.row, run.weights, data);
      const { learningRate, seed } = protocol;
      const line = { learningRate, share: shapes ? data.share : protocol.share, seed, ...outcome };
      return { line, moments: run.moments, labels, state: run.state() };
    },

    /** The pictures of a run: the log that is learned from, and the one that is tested on. */
    *draw({ protocol }: { protocol: LogProtocol }): Generator<undefined, Drawn> {
      yield undefined;
      const { trainScene, testScene, share } = logsFor(protocol, undefined);
      return { train: trainScene, test: testScene, share };
    },

    /** Reads the bytes of a label image and reports on it. */
    *mask({ bytes }: { bytes: Uint8Array }): Generator<undefined, ReadMask> {
      yield undefined;
      const image = readLabelImage(bytes);
      yield undefined;
      const report = reportOf(image);
      yield undefined;
      const truth = truthOf(image, report);
      yield undefined;
      const shapes = shapesOf(image, report);
      return { report, truth, shapes, picture: shrunk(image, [...truth.kept, ...truth.outside]) };
    },

    /** All seven losses on one prediction. */
    *hear({ truth, departure }: { truth: Truth; departure: Departure }): Generator<undefined, Heard[]> {
      const key = [truth.width, truth.classes, fingerprint(truth.labels)].join();
      if (ear?.key !== key) ear = { key, listener: listener(truth) };
      yield undefined;
      return ear.listener.hear(departure).map(({ toLogits, toProbabilities, ...said }) => ({
        ...said,
        logits: picture(strength(toLogits, truth.classes)),
        probabilities: picture(strength(toProbabilities, truth.classes)),
      }));
    },
  };
}

const picture = (values: Float64Array) => Uint8Array.from(values, (value) => Math.round(255 * value));

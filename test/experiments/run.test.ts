import { describe, expect, it } from "vitest";
import { fingerprint } from "../../src/experiments/hash.ts";
import { classesOf, scoresInto, weightGradientInto } from "../../src/experiments/linear.ts";
import { logsOf, pairOf } from "../../src/experiments/logs.ts";
import { outcomeOf, scoresAt } from "../../src/experiments/outcome.ts";
import { defaultProtocol, type Protocol, rows } from "../../src/experiments/protocol.ts";
import { createRun, listens } from "../../src/experiments/run.ts";
import { scene } from "../../src/experiments/scene.ts";
import { bestShift } from "../../src/experiments/shift.ts";
import { evaluate, evaluateWithGradient } from "../../src/losses/kernel.ts";
import { losses, lossOf } from "../../src/losses/registry.ts";
import { confusion } from "../../src/metrics/confusion.ts";
import { scores } from "../../src/metrics/scores.ts";
import { random } from "../../src/numerics/random.ts";

const draw = (seed: number) => scene({ seed, width: 160, height: 32, difficulty: "easy" });
const protocol: Protocol = { ...defaultProtocol, share: 0.9, steps: 30 };
const logs = logsOf(pairOf(draw(1), draw(2)), protocol);
const { train } = logs;

describe("linear", () => {
  const source = random(3);
  const weights = Float64Array.from({ length: 51 }, () => 0.3 * source.normal());

  it("scoresInto() is the weighted sum of the features, less that of class 0", () => {
    const z = new Float64Array(3 * train.count);
    scoresInto(weights, train, z);
    for (const i of [0, 17, train.count - 1])
      for (const c of [0, 1, 2]) {
        const score = (k: number) => {
          let sum = weights[k * 17 + 16]!;
          for (let f = 0; f < 16; f++) sum += weights[k * 17 + f]! * train.features[f * train.count + i]!;
          return sum;
        };
        expect(z[c * train.count + i]).toBeCloseTo(score(c) - score(0), 10);
      }
  });

  it("weightGradientInto() agrees with central differences through the loss, to 1e-7 of its size", () => {
    const z = new Float64Array(3 * train.count);
    const dz = new Float64Array(3 * train.count);
    const gradient = new Float64Array(51);
    const frame = { classes: 3, pixels: train.count, logits: z, labels: train.labels };
    for (const id of ["soft-cross-entropy", "dice"]) {
      const value = (w: Float64Array) => {
        scoresInto(w, train, z);
        return evaluate(lossOf(id), frame);
      };
      value(weights);
      evaluateWithGradient(lossOf(id), frame, {}, { logits: dz });
      weightGradientInto(dz, train, gradient);
      const size = Math.max(...gradient.map(Math.abs));
      for (const k of [0, 7, 16, 20, 33, 40, 50]) {
        const at = (h: number) => value(weights.with(k, weights[k]! + h));
        expect(Math.abs((at(1e-5) - at(-1e-5)) / 2e-5 - gradient[k]!)).toBeLessThan(1e-7 * size);
      }
    }
  });
});

describe("createRun", () => {
  it("createRun() of any row lowers its loss and leaves weights that another run repeats bit for bit", () => {
    for (const { id } of rows.filter((row) => !row.shifted)) {
      const [first, second] = [0, 1].map(() => createRun({ ...protocol, row: id }, train));
      first!.advance(30);
      second!.advance(30);
      expect(fingerprint(first!.weights)).toBe(fingerprint(second!.weights));
      expect(first!.moments.map(({ step }) => step)).toEqual([0, 10, 20, 30]);
      expect(first!.moments[3]!.value).toBeLessThan(first!.moments[0]!.value);
    }
  });

  it("a run that is stopped, stored as JSON and gone on with ends bit for bit where an unbroken one does", () => {
    const unbroken = createRun(protocol, train);
    unbroken.advance(30);
    const stopped = createRun(protocol, train);
    stopped.advance(13);
    const resumed = createRun(protocol, train, JSON.parse(JSON.stringify(stopped.state())));
    expect(resumed.done).toBe(false);
    resumed.advance(1000);
    expect(resumed.taken).toBe(30);
    expect(fingerprint(resumed.weights)).toBe(fingerprint(unbroken.weights));
    expect(resumed.state()).toEqual(unbroken.state());
  });

  it("at the uniform start cross-entropy listens to the background by exactly its share", () => {
    const run = createRun({ ...protocol, row: "soft-cross-entropy" }, train);
    run.advance(1);
    const background = train.labels.filter((label) => label === 0).length / train.count;
    expect(run.moments[0]!.listens[0]).toBeCloseTo(background, 12);
  });

  it("every row names a loss of the registry and the seven losses are all there", () => {
    expect(new Set(rows.map(({ loss }) => loss))).toEqual(new Set(Object.keys(losses)));
  });
});

describe("outcomeOf", () => {
  const run = createRun({ ...protocol, row: "soft-cross-entropy" }, train);
  run.advance(30);

  it("outcomeOf() counts every pixel of the test log and scores it at the share asked for", () => {
    const { labels, outcome } = outcomeOf("soft-cross-entropy", run.weights, logs);
    expect(outcome.counts).toEqual([...confusion(logs.testScene.labels, labels, 3).counts]);
    const s = scoresAt(outcome, 0.9);
    expect(s[0]!.iou).toBeGreaterThan(0.9);
    expect(s[1]!.f1).toBeGreaterThan(0.5);
    expect(scoresAt(outcome, 0.99)[1]!.precision).toBeLessThan(s[1]!.precision);
    expect(scoresAt(outcome, 0.99)[1]!.recall).toBe(s[1]!.recall);
  });

  it("bestShift() finds the same shift as trying every one", () => {
    const z = new Float64Array(3 * train.count);
    scoresInto(run.weights, train, z);
    const f1 = (shift: number) => {
      const s = scores(confusion(train.labels, classesOf(z, 3, shift), 3));
      return s[1]!.f1 + s[2]!.f1;
    };
    const tried = Array.from({ length: 257 }, (_, s) => -4 + s / 16);
    const best = tried.reduce((a, b) => (f1(b) > f1(a) ? b : a));
    expect(bestShift(z, train.labels, 3)).toBe(best);
    expect(outcomeOf("soft-cross-entropy-shifted", run.weights, logs).outcome.shift).toBe(best);
  });

  it("listens() adds up to one and is NaN where no gradient is", () => {
    const share = listens(Float64Array.of(1, -2, 0, 3, 0, 0), Uint8Array.of(0, 1, 1), 2);
    expect(share).toEqual([4 / 6, 2 / 6]);
    expect(listens(new Float64Array(2), Uint8Array.of(0), 2)).toEqual([Number.NaN, Number.NaN]);
  });
});

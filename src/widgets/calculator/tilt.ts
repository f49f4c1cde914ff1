import { focalTversky } from "../../losses/focal-tversky.ts";
import { evaluate, evaluateWithGradient } from "../../losses/kernel.ts";
import type { Frame } from "../../losses/loss.ts";
import { lovaszSoftmax } from "../../losses/lovasz-softmax.ts";
import { tversky } from "../../losses/tversky.ts";
import { short } from "../../plots/answer.ts";
import { type Calculator, grid, moving, number, range } from "./calculator.ts";

/** A hard answer with so many hits, strays and misses, one channel. */
function answerOf(hits: number, strays: number, misses: number): Frame {
  const p = [...new Array(hits).fill(1), ...new Array(strays).fill(1), ...new Array(misses).fill(0)];
  const g = [...new Array(hits).fill(1), ...new Array(strays).fill(0), ...new Array(misses).fill(1)];
  return { classes: 1, pixels: p.length, probabilities: Float64Array.from(p), labels: g };
}

export const tilt: Calculator = {
  title: "Named by error, the two weights say what a miss costs in strays",
  caption: "A thin curve of 40 pixels of which 30 are found, with 10 strays.",
  x: "misses or strays added",
  y: "Tversky loss",
  controls: {
    "false-positive": range("Weight of a stray pixel", 0.05, 1, 0.05, 0.3),
    "false-negative": range("Weight of a missed pixel", 0.05, 1, 0.05, 0.7),
  },
  answer(state) {
    const parameters = {
      falsePositive: number(state, "false-positive"),
      falseNegative: number(state, "false-negative"),
    };
    const loss = (strays: number, misses: number) =>
      evaluate(tversky, answerOf(40 - misses, strays, misses), { parameters });
    const now = loss(10, 10);
    const stray = loss(11, 10) - now;
    const miss = loss(10, 11) - now;
    const more = grid(0, 20, 21);
    return {
      says: `One more missed pixel costs ${short(miss)}, one more stray ${short(stray)}: a miss is worth ${short(miss / stray)} strays here.`,
      values: [
        { label: "one more missed pixel", value: miss },
        { label: "one more stray pixel", value: stray },
        { label: "a miss in strays", value: miss / stray },
        { label: "loss as it stands", value: now },
      ],
      lines: [
        { label: "misses added", points: more.map((k) => [k, loss(10, 10 + k)] as const) },
        { label: "strays added", points: more.map((k) => [k, loss(10 + k, 10)] as const) },
      ],
    };
  },
};

export const exponent: Calculator = {
  title: "Below one the exponent pushes what is nearly solved; above one it lets go",
  caption: "One class with Tversky index TI: the loss (1 − TI) to the exponent, and its slope.",
  x: "Tversky index",
  y: "size of the slope",
  controls: {
    exponent: moving(range("Exponent on 1 − TI", 0.25, 2, 0.05, 0.75), "focal-tversky.gamma"),
    index: range("Tversky index", 0.01, 1, 0.001, 0.5),
    classes: range("Classes, the others at 0.2 and 0.9", 1, 3, 1, 1),
  },
  answer(state) {
    const e = number(state, "exponent");
    const index = number(state, "index");
    // One true pixel at p has the index p/(p + ½(1 − p)) with both weights one half; p follows from it.
    const atIndex = (t: number) => t / (2 - t);
    const parameters = { falsePositive: 0.5, falseNegative: 0.5 };
    const slope = (power: number) => (t: number) => {
      const p = atIndex(t);
      const frame: Frame = { classes: 1, pixels: 1, probabilities: Float64Array.of(p), labels: [1] };
      const { probabilities } = evaluateWithGradient(focalTversky, frame, {
        parameters: { ...parameters, gamma: power },
        convention: { exponent: "gamma" },
      });
      // The slope in p over the slope of the index in p is the slope in the index.
      return Math.abs(probabilities![0]!) / (2 / (1 + p) ** 2);
    };
    const free = e * (1 - index) ** (e - 1);
    const others = [index, 0.2, 0.9].slice(0, number(state, "classes"));
    const each = others.map((t) => (1 - t) ** e);
    const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
    return {
      says: `At index ${short(index)} the slope is ${short(slope(e)(index))} for exponent ${short(e)} and ${short(slope(1 / e)(index))} for its reciprocal. Without the engine’s floor the first is ${short(free)}.`,
      values: [
        { label: `slope, exponent ${short(e)}`, value: slope(e)(index) },
        { label: "the same without a floor", value: free },
        { label: `slope, exponent ${short(1 / e)}`, value: slope(1 / e)(index) },
        { label: "slope, exponent 1 (Tversky)", value: slope(1)(index) },
        { label: "sum over the classes, the paper’s", value: each.reduce((sum, v) => sum + v, 0) },
        { label: "mean of the powers", value: mean(each) },
        { label: "power of the mean", value: mean(others.map((t) => 1 - t)) ** e },
      ],
      lines: [e, 1 / e, 1].map((power) => ({
        label: `exponent ${short(power)}`,
        points: grid(0.01, 0.999, 90).map((t) => [t, slope(power)(t)] as const),
      })),
      at: Math.min(index, 0.999),
      top: 3,
    };
  },
};

export const ranks: Calculator = {
  title: "Lovász pulls by rank: an error may grow without moving any pull, until it passes its neighbour",
  caption:
    "Six pixels, three of them foreground; the pull on each is what it adds to the Jaccard loss in its place.",
  x: "pull on the pixel",
  y: "",
  controls: {
    first: moving(
      range("Error of the first foreground pixel", 0.05, 0.95, 0.05, 0.8),
      "lovasz-softmax.error",
      "lovasz-softmax.jaccard",
    ),
    second: moving(
      range("Error of the first background pixel", 0.05, 0.95, 0.05, 0.6),
      "lovasz-softmax.order",
    ),
  },
  answer(state) {
    const errors = [number(state, "first"), 0.5, 0.2, number(state, "second"), 0.3, 0.1];
    const labels = [1, 1, 1, 0, 0, 0];
    const probabilities = Float64Array.from(errors, (error, i) => (labels[i] === 1 ? 1 - error : error));
    const { value, probabilities: slopes } = evaluateWithGradient(
      lovaszSoftmax,
      { classes: 1, pixels: 6, probabilities, labels },
      {},
    );
    const order = [...errors.keys()].sort((a, b) => errors[b]! - errors[a]! || a - b);
    return {
      says: `The loss is ${short(value)}. In the order of their errors the pulls are ${order.map((i) => short(Math.abs(slopes![i]!))).join(", ")}.`,
      values: order.map((i) => ({
        label: `${labels[i] === 1 ? "foreground" : "background"} pixel, error ${short(errors[i]!)}`,
        value: Math.abs(slopes![i]!),
      })),
    };
  },
};

import { dice } from "../../losses/dice.ts";
import { focal } from "../../losses/focal.ts";
import { evaluate } from "../../losses/kernel.ts";
import type { Frame } from "../../losses/loss.ts";
import { lovaszSoftmax } from "../../losses/lovasz-softmax.ts";
import { softCrossEntropy } from "../../losses/soft-cross-entropy.ts";
import { short } from "../../plots/answer.ts";
import { type Calculator, choice, grid, number, range, word } from "./calculator.ts";

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** The nearest number of half precision: eleven significant bits, 65504 at the most. An emulation. */
function half(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(value))), -14);
  const unit = 2 ** (exponent - 10);
  const rounded = Math.round(value / unit) * unit;
  return Math.abs(rounded) > 65504 ? Math.sign(value) * Number.POSITIVE_INFINITY : rounded;
}

export const halfPrecision: Calculator = {
  title: "Half precision runs out at 65,504 pixels and near logit 8",
  caption: "Half precision is emulated in this page. The sum is that of an image full of ones.",
  x: "side of the square image",
  y: "sum of ones, in thousands",
  controls: {
    logit: range("Logit", 0, 20, 0.1, 9.4),
    side: range("Side of the image in pixels", 16, 1024, 16, 512),
  },
  answer(state) {
    const z = number(state, "logit");
    const side = number(state, "side");
    const sum = half(side * side);
    return {
      says: `An image of ${side} × ${side} ones sums to ${short(sum)} in half precision. At logit ${short(z)}, 1 − p by subtraction is ${short(half(1 - half(sigmoid(z))))} in half and ${short(Math.fround(1 - Math.fround(sigmoid(z))))} in single precision; the sigmoid of minus the logit gives ${short(half(sigmoid(-z)))}.`,
      values: [
        { label: "sum in half precision", value: sum },
        { label: "1 − p by subtraction, half", value: half(1 - half(sigmoid(z))) },
        { label: "1 − p by subtraction, single", value: Math.fround(1 - Math.fround(sigmoid(z))) },
        { label: "1 − p by subtraction, double", value: 1 - sigmoid(z) },
        { label: "sigmoid of −logit, half", value: half(sigmoid(-z)) },
      ],
      lines: [
        { label: "true sum", points: grid(16, 1024, 64).map((x) => [x, (x * x) / 1000] as const) },
        { label: "ceiling of half", points: [[16, 65.504] as const, [1024, 65.504] as const] },
      ],
      at: side,
      top: 300,
    };
  },
};

export const logits: Calculator = {
  title: "A perfect answer scores zero only through the activation that the loss expects",
  caption: "Two classes, four pixels, logits of plus and minus the value that you set, all of them right.",
  x: "size of the logits",
  y: "loss of a perfect answer",
  controls: {
    chain: choice("Chain", {
      none: "no activation",
      "softmax-twice": "softmax twice",
      softmax: "softmax once",
      hinge: "Lovász hinge",
    }),
    logit: range("Size of the logits", 0.5, 12, 0.5, 6),
  },
  answer(state) {
    const labels = [0, 1, 0, 1];
    const scores = (z: number) => [
      ...labels.map((g) => (g === 0 ? z : -z)),
      ...labels.map((g) => (g === 1 ? z : -z)),
    ];
    const soft = (all: readonly number[]) =>
      all.map((z, k) => {
        const other = all[(k + 4) % 8]!;
        return 1 / (1 + Math.exp(other - z));
      });
    const diceOf = (values: readonly number[]) =>
      evaluate(dice, { classes: 2, pixels: 4, probabilities: Float64Array.from(values), labels }, {});
    const raw = (z: number) => {
      const p = scores(z);
      const score = (c: number) => {
        const g = labels.map((label) => (label === c ? 1 : 0));
        const own = p.slice(4 * c, 4 * c + 4);
        const tp = own.reduce((sum, value, i) => sum + value * g[i]!, 0);
        return (2 * tp) / (own.reduce((sum, value) => sum + value, 0) + 2);
      };
      return 1 - (score(0) + score(1)) / 2;
    };
    const ways: Record<string, readonly [string, (z: number) => number]> = {
      none: ["Dice on raw logits", raw],
      softmax: ["Dice after softmax", (z) => diceOf(soft(scores(z)))],
      "softmax-twice": ["Dice after softmax twice", (z) => diceOf(soft(soft(scores(z))))],
      hinge: [
        "Lovász hinge on probabilities",
        (z) => {
          const frame: Frame = {
            classes: 1,
            pixels: 4,
            logits: Float64Array.from(soft(scores(z)).slice(4)),
            labels,
          };
          return evaluate(lovaszSoftmax, frame, { convention: { surrogate: "hinge" } });
        },
      ],
    };
    const z = number(state, "logit");
    const [name, own] = ways[word(state, "chain")]!;
    return {
      says: `${name}: ${short(own(z))} for an answer that is right everywhere.`,
      values: Object.values(ways).map(([label, way]) => ({ label, value: way(z) })),
      lines: Object.values(ways)
        .slice(1)
        .map(([label, way]) => ({ label, points: grid(0.5, 12, 24).map((x) => [x, way(x)] as const) })),
      at: z,
    };
  },
};

export const channels: Calculator = {
  title: "With one channel softmax is always one; the loss must take a sigmoid there",
  caption: "One pixel of class 1 with logit 2 for its class and 0 for each other, under both activations.",
  x: "loss",
  y: "",
  controls: {
    channels: range("Channels", 1, 6, 1, 3),
    loss: choice("Loss", {
      "soft-cross-entropy": "cross-entropy",
      focal: "Focal",
      dice: "Dice",
      "lovasz-softmax": "Lovász-Softmax",
    }),
    gamma: range("Exponent γ of Focal", 0, 5, 0.5, 0),
  },
  answer(state) {
    const classes = number(state, "channels");
    const label = Math.min(1, classes - 1);
    const frame: Frame = {
      classes,
      pixels: 1,
      logits: Float64Array.from({ length: classes }, (_, c) => (c === label ? 2 : 0)),
      target: Float64Array.from({ length: classes }, (_, c) => (c === label ? 1 : 0)),
    };
    const all = { "soft-cross-entropy": softCrossEntropy, focal, dice, "lovasz-softmax": lovaszSoftmax };
    const id = word(state, "loss") as keyof typeof all;
    // The engine refuses a softmax over one channel; it is always one, so that is what is scored.
    const alone: Frame = {
      classes: 1,
      pixels: 1,
      probabilities: Float64Array.of(1),
      target: Float64Array.of(1),
    };
    const value = (activation: "softmax" | "sigmoid") => {
      const single = classes === 1 && activation === "softmax";
      return evaluate(all[id] as typeof focal, single ? alone : frame, {
        convention: { ...(!single && { activation }), absentClass: "skip" },
        ...(id === "focal" && { parameters: { gamma: number(state, "gamma") } }),
      });
    };
    return {
      says: `Through softmax over ${classes} ${classes === 1 ? "channel" : "channels"} the loss is ${short(value("softmax"))}, through a sigmoid in each ${short(value("sigmoid"))}.`,
      values: [
        { label: "softmax over the channels", value: value("softmax") },
        { label: "sigmoid in each channel", value: value("sigmoid") },
      ],
    };
  },
};

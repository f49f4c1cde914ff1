import { dice } from "../../losses/dice.ts";
import { focal } from "../../losses/focal.ts";
import { evaluate, evaluateWithGradient } from "../../losses/kernel.ts";
import type { Frame, Options } from "../../losses/loss.ts";
import { softCrossEntropy } from "../../losses/soft-cross-entropy.ts";
import { short } from "../../plots/answer.ts";
import { type Calculator, check, choice, grid, moving, number, range, word, yes } from "./calculator.ts";

const pixel = (p: number, g: number): Frame => ({
  classes: 1,
  pixels: 1,
  probabilities: Float64Array.of(p),
  target: Float64Array.of(g),
});
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export const gamma: Calculator = {
  title: "A larger γ takes the loss from the easy pixels; below one it needs logarithms",
  caption:
    "One foreground pixel among easy background: the slope in the logit, computed in logarithms as the engine does.",
  x: "logit of the true class",
  y: "size of the slope in the logit",
  controls: {
    gamma: moving(range("Exponent γ", 0, 5, 0.1, 2), "focal.gamma"),
    alpha: moving(range("Weight α of the foreground", 0.05, 0.95, 0.05, 0.25), "focal.balance"),
    logit: moving(range("Logit", -6, 40, 0.5, 0), "focal.true-class"),
  },
  answer(state) {
    const exponent = number(state, "gamma");
    const slope = (g: number) => (z: number) => {
      const frame: Frame = { classes: 1, pixels: 1, logits: Float64Array.of(z), labels: [1] };
      return Math.abs(evaluateWithGradient(focal, frame, { parameters: { gamma: g } }).logits![0]!);
    };
    // The same slope in probabilities, as it is often written; it breaks where 1 − p rounds to zero.
    const naive = (z: number) => {
      const p = sigmoid(z);
      const q = 1 - p;
      return Math.abs((exponent * q ** (exponent - 1) * Math.log(p) - q ** exponent / p) * p * q);
    };
    const z = number(state, "logit");
    const alpha = number(state, "alpha");
    return {
      says: `At logit ${short(z)} the slope is ${short(slope(exponent)(z))} in logarithms and ${short(naive(z))} in probabilities; cross-entropy has ${short(slope(0)(z))}. α = ${short(alpha)} multiplies a foreground pixel by ${short(alpha)} and a background pixel by ${short(1 - alpha)}.`,
      values: [
        { label: "in logarithms", value: slope(exponent)(z) },
        { label: "in probabilities", value: naive(z) },
        { label: "cross-entropy", value: slope(0)(z) },
        { label: "with α, foreground", value: alpha * slope(exponent)(z) },
      ],
      lines: [
        {
          label: `γ = ${short(exponent)}`,
          points: grid(-6, 10, 65).map((x) => [x, slope(exponent)(x)] as const),
        },
        { label: "cross-entropy", points: grid(-6, 10, 65).map((x) => [x, slope(0)(x)] as const) },
      ],
      at: Math.min(z, 10),
    };
  },
};

/** The probability at which the two forms of Dice are compared: a stray that has nearly faded. */
const faint = 0.05;

export const onePixel: Calculator = {
  title: "What one pixel wants depends on the loss, and not always on the truth",
  caption:
    "One foreground-or-not pixel beside one sure foreground pixel; expected loss if it is foreground with probability η.",
  x: "predicted probability",
  y: "loss",
  controls: {
    loss: choice("Loss", { dice: "Dice", focal: "Focal", "soft-cross-entropy": "cross-entropy" }),
    label: range("Label of the pixel", 0, 1, 0.05, 0.5),
    eta: range("Probability η that it is foreground", 0, 1, 0.05, 0.8),
    gamma: range("Exponent γ of Focal", 0, 5, 0.5, 2),
    squared: check("squared denominators against linear ones (Dice)", false),
  },
  answer(state) {
    const label = number(state, "label");
    const beside = (p: number, g: number): Frame => ({
      classes: 1,
      pixels: 2,
      probabilities: Float64Array.of(p, 1),
      target: Float64Array.of(g, 1),
    });
    const form = (denominator: "squared" | "linear") => ({ convention: { denominator } });
    const product = (p: number) => evaluate(dice, beside(p, label), form("linear"));
    const norm = (p: number, g: number) =>
      evaluate(dice, beside(p, g), { convention: { intersection: "l1" } });
    const mix = (loss: typeof focal | typeof softCrossEntropy, options: Options) => (p: number) => {
      const eta = number(state, "eta");
      const at = (g: number) => evaluate(loss as typeof focal, pixel(p, g), options);
      return eta * at(1) + (1 - eta) * at(0);
    };
    const id = word(state, "loss");
    if (id === "dice" && yes(state, "squared")) {
      const pull = (of: "squared" | "linear") =>
        Math.abs(evaluateWithGradient(dice, beside(faint, label), form(of)).probabilities![0]!);
      const two = (["squared", "linear"] as const).map((of) => ({ of, slope: pull(of) }));
      return {
        says: `With label ${short(label)} a pixel predicted at ${faint} is pulled with ${two.map(({ of, slope }) => `${short(slope)} by the ${of} form`).join(" and ")}.`,
        values: two.map(({ of, slope }) => ({ label: `${of} form: pull at ${faint}`, value: slope })),
        lines: two.map(({ of }) => ({
          label: `${of} form`,
          points: grid(0.005, 0.995, 199).map(
            (x) => [x, evaluate(dice, beside(x, label), form(of))] as const,
          ),
        })),
      };
    }
    const lines =
      id === "dice"
        ? [
            { label: "product form", f: product },
            { label: "norm form", f: (p: number) => norm(p, label) },
          ]
        : [
            { label: "focal", f: mix(focal, { parameters: { gamma: number(state, "gamma") } }) },
            { label: "cross-entropy", f: mix(softCrossEntropy, {}) },
          ];
    const xs = grid(0.005, 0.995, 199);
    const best = (f: (p: number) => number) => xs.reduce((a, b) => (f(b) < f(a) ? b : a));
    const about = id === "dice" ? `label ${short(label)}` : `η = ${short(number(state, "eta"))}`;
    return {
      says: `For ${about}, ${lines.map(({ label: name, f }) => `the ${name} is lowest at ${best(f).toFixed(2)}`).join("; ")}.`,
      values: lines.map(({ label: name, f }) => ({ label: `${name}: lowest at`, value: best(f) })),
      lines: lines.map(({ label: name, f }) => ({ label: name, points: xs.map((x) => [x, f(x)] as const) })),
    };
  },
};

export const sign: Calculator = {
  title: "Minus the score and one minus the score differ by one, and pull alike",
  caption: "One foreground pixel and three of background, predicted at the probability that you set.",
  x: "predicted probability of the foreground pixel",
  y: "value",
  controls: {
    loss: choice("Loss", { dice: "Dice", focal: "Focal" }),
    probability: range("Predicted probability", 0.01, 0.99, 0.01, 0.6),
  },
  answer(state) {
    const frame = (p: number): Frame => ({
      classes: 1,
      pixels: 4,
      probabilities: Float64Array.of(p, 0.1, 0.1, 0.1),
      labels: [1, 0, 0, 0],
    });
    const under = (returns: "1-score" | "-score") => (p: number) =>
      evaluateWithGradient(dice, frame(p), { convention: { returns } });
    const p = number(state, "probability");
    if (word(state, "loss") === "focal") {
      const value = evaluate(focal, pixel(p, 1), {});
      const factors = [
        { label: "−1", value: -1 },
        { label: "(1 − p)²", value: (1 - p) ** 2 },
        { label: "log p", value: Math.log(p) },
        { label: "product, the loss", value },
      ];
      return {
        says: `Two of the three factors are negative or zero, so the loss is ${short(value)}: a minus sign more would turn it upside down.`,
        values: factors,
        lines: [
          {
            label: "focal",
            points: grid(0.01, 0.99, 50).map((x) => [x, evaluate(focal, pixel(x, 1), {})] as const),
          },
        ],
        at: p,
      };
    }
    return {
      says: `One minus the score is ${short(under("1-score")(p).value)}, minus the score ${short(under("-score")(p).value)}; both pull on the foreground pixel with ${short(under("-score")(p).probabilities![0]!)}.`,
      values: (["1-score", "-score"] as const).flatMap((returns) => [
        { label: `${returns === "1-score" ? "1 − D" : "−D"}: value`, value: under(returns)(p).value },
        {
          label: `${returns === "1-score" ? "1 − D" : "−D"}: pull`,
          value: under(returns)(p).probabilities![0]!,
        },
      ]),
      lines: (["1-score", "-score"] as const).map((returns) => ({
        label: returns === "1-score" ? "1 − D" : "−D",
        points: grid(0.01, 0.99, 50).map((x) => [x, under(returns)(x).value] as const),
      })),
      at: p,
    };
  },
};

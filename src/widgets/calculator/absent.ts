import { dice } from "../../losses/dice.ts";
import { generalisedDice } from "../../losses/generalised-dice.ts";
import { evaluate, evaluateWithGradient } from "../../losses/kernel.ts";
import type { Frame, Options } from "../../losses/loss.ts";
import { lovaszSoftmax } from "../../losses/lovasz-softmax.ts";
import { short } from "../../plots/answer.ts";
import { type Calculator, choice, grid, moving, number, range, word } from "./calculator.ts";

import { channel, convention, filled } from "./masks.ts";

const maskPixels = 64;
const smoothed = (s: number) => convention({ smoothingNumerator: s, smoothingDenominator: s });

export const emptyMask: Calculator = {
  title: "On an empty mask the rule decides: value, slope and how many pixels feel it",
  caption: "64 pixels, none of them foreground; every pixel is predicted with the probability that you set.",
  x: "loss",
  y: "",
  controls: {
    loss: choice("Loss", { dice: "Dice", "lovasz-softmax": "Lovász over all classes" }),
    smoothing: {
      kind: "number",
      label: "Smoothing s, in pixels",
      min: 0,
      max: 100,
      step: 0.00001,
      initial: 0.00001,
    },
    probability: range("Predicted probability", 0.0001, 0.99, 0.0001, 0.01),
  },
  answer(state) {
    const p = number(state, "probability");
    const frame = channel(filled(maskPixels, p), filled(maskPixels, 0));
    const felt = (loss: typeof dice | typeof lovaszSoftmax, options: Options) => {
      const { value, probabilities } = evaluateWithGradient(loss as typeof dice, frame, options);
      const slopes = [...probabilities!].map(Math.abs);
      return { value, slope: Math.max(...slopes), lit: slopes.filter((slope) => slope > 1e-12).length };
    };
    const s = number(state, "smoothing");
    const rules = [
      ["your s", felt(dice, s > 0 ? smoothed(s) : convention({ absentClass: "one" }))],
      ["s = 1e−5", felt(dice, smoothed(1e-5))],
      ["s = 1", felt(dice, smoothed(1))],
      ["loss 0 and counted", felt(dice, convention({ absentClass: "zero" }))],
      ["loss 1 without slope", felt(dice, convention({ absentClass: "one" }))],
      ["Lovász over all classes", felt(lovaszSoftmax, {})],
    ] as const;
    const own = word(state, "loss") === "dice" ? rules[0]![1] : rules.at(-1)![1];
    return {
      says: `Yours is ${short(own.value)}, with a largest slope of ${short(own.slope)} felt by ${own.lit} of ${maskPixels} pixels.`,
      values: rules.map(([label, { value, slope, lit }]) => ({
        label,
        value,
        note: `slope ${short(slope)} on ${lit} ${lit === 1 ? "pixel" : "pixels"}`,
      })),
      top: 1,
    };
  },
};

export const smoothing: Calculator = {
  title: "Smoothing is counted in pixels, and its scale differs by a factor of two",
  caption: "One object, predicted at probability one half everywhere on it and nowhere else.",
  x: "smoothing s",
  y: "Dice loss",
  controls: {
    smoothing: range("Smoothing s", 0, 50, 0.5, 1),
    pixels: range("Pixels of the object", 1, 200, 1, 64),
    scale: choice("s is added to", { dice: "2TP, the Dice form", tversky: "TP, the Tversky form" }),
  },
  answer(state) {
    const n = number(state, "pixels");
    const frame = channel(filled(n, 0.5), filled(n, 1));
    const at = (form: "2tp" | "tp") => (s: number) =>
      evaluate(
        dice,
        frame,
        convention({ smoothingNumerator: s, smoothingDenominator: s, smoothingForm: form }),
      );
    const s = number(state, "smoothing");
    const own = at(word(state, "scale") === "dice" ? "2tp" : "tp")(s);
    return {
      says: `With s = ${short(s)} the loss is ${short(at("2tp")(s))} on the Dice scale and ${short(at("tp")(s))} on the Tversky scale; yours is ${short(own)}, without s it is ${short(at("2tp")(0))}.`,
      values: [
        { label: "s added to 2TP", value: at("2tp")(s) },
        { label: "s added to TP", value: at("tp")(s) },
        { label: "no smoothing", value: at("2tp")(0) },
      ],
      lines: (["2tp", "tp"] as const).map((form) => ({
        label: form === "2tp" ? "added to 2TP" : "added to TP",
        points: grid(0, 50, 26).map((x) => [x, at(form)(x)] as const),
      })),
      at: s,
    };
  },
};

export const weights: Calculator = {
  title: "An absent class has infinite weight in generalised Dice, and each repair is another loss",
  caption: "10,000 pixels of three classes; the true class is predicted at 0.7, the rest shared.",
  x: "loss",
  y: "",
  controls: {
    smallest: moving(
      range("Pixels of the smallest class", 0, 300, 1, 0),
      "generalised-dice.volume",
      "generalised-dice.weight",
    ),
    rule: choice("Repair", {
      epsilon: "add ε to G²",
      zero: "weight 0",
      maximum: "largest finite weight",
      floor: "G² at least ε",
    }),
    // A field over thirteen powers of ten would show zeros; the reader sets the power.
    epsilon: range("Power of ten of ε", -10, 3, 1, -5),
  },
  answer(state) {
    const smallest = number(state, "smallest");
    const sizes = [9700, 300 - smallest, smallest];
    const n = 10_000;
    const labels = Uint8Array.from(sizes.flatMap((size, c) => filled(size, c)));
    const probabilities = Float64Array.from({ length: 3 * n }, (_, k) =>
      labels[k % n] === Math.floor(k / n) ? 0.7 : 0.15,
    );
    const frame: Frame = { classes: 3, pixels: n, probabilities, labels };
    const epsilon = 10 ** number(state, "epsilon");
    const rules = [
      [
        "epsilon",
        `ε = ${short(epsilon)} added to G²`,
        { volumeRepair: "add-outside", volumeEpsilon: epsilon },
      ],
      ["zero", "weight 0", { volumeRepair: "zero" }],
      ["maximum", "largest finite weight", { volumeRepair: "maximum" }],
      ["floor", `G² at least ε = ${short(epsilon)}`, { volumeRepair: "floor", volumeEpsilon: epsilon }],
    ] as const;
    const value = (of: (typeof rules)[number][2]) => evaluate(generalisedDice, frame, convention(of));
    const own = rules.find(([id]) => id === word(state, "rule"))!;
    return {
      says: `With the smallest class at ${smallest} pixels, your repair (${own[1]}) gives ${short(value(own[2]))}.`,
      values: rules.map(([, label, of]) => ({ label, value: value(of) })),
      top: 1,
    };
  },
};

import { dice } from "../../losses/dice.ts";
import { evaluate, evaluateWithGradient } from "../../losses/kernel.ts";
import type { Frame } from "../../losses/loss.ts";
import { softCrossEntropy } from "../../losses/soft-cross-entropy.ts";
import { short } from "../../plots/answer.ts";
import { type Calculator, check, grid, number, range, yes } from "./calculator.ts";

import { channel, convention, filled } from "./masks.ts";

const pixels = 1000;

/** The answer "background everywhere" on a frame of C classes whose foreground classes share what is left. */
function emptyAnswer(classes: number, share: number): Frame {
  const background = Math.round(share * pixels);
  const labels = Uint8Array.from({ length: pixels }, (_, i) =>
    i < background ? 0 : 1 + ((i - background) % (classes - 1)),
  );
  const probabilities = new Float64Array(classes * pixels).fill(0);
  probabilities.fill(1, 0, pixels);
  return { classes, pixels, probabilities, labels };
}

export const stuckAt: Calculator = {
  title: "A constant Dice loss is the value of an empty answer, and it tells the averaging",
  caption:
    "The network answers background everywhere; the loss is that of the engine on a frame of a thousand pixels.",
  x: "background share",
  y: "Dice loss of the empty answer",
  controls: {
    classes: range("Classes, background among them", 2, 8, 1, 3),
    share: range("Background share", 0.5, 0.99, 0.01, 0.95),
    background: check("the background is in the mean", true),
    pooled: check("classes are pooled before dividing", false),
  },
  answer(state) {
    const classes = number(state, "classes");
    const under = (background: boolean, pooled: boolean) => (share: number) =>
      evaluate(dice, emptyAnswer(classes, share), {
        convention: { background: background ? "in" : "out", classReduction: pooled ? "pooled" : "mean" },
      });
    const ways = [
      ["background in the mean", under(true, false)],
      ["foreground classes only", under(false, false)],
      ["pooled, background in", under(true, true)],
    ] as const;
    const share = number(state, "share");
    const own = under(yes(state, "background"), yes(state, "pooled"))(share);
    return {
      says: `With your settings the empty answer scores ${short(own)} and stays there.`,
      values: ways.map(([label, way]) => ({ label, value: way(share) })),
      lines: ways.map(([label, way]) => ({
        label,
        points: grid(0.5, 0.99, 25).map((x) => [x, way(x)] as const),
      })),
      at: share,
      top: 1,
    };
  },
};

export const batchSize: Calculator = {
  title: "Counted over the batch, a large solved object hides a small missed one",
  caption: "Two images of 1,000 pixels: the large object is found, the small one is missed.",
  x: "pixels of the missed object",
  y: "Dice loss",
  controls: {
    large: range("Pixels of the object that is found", 10, 900, 10, 400),
    small: range("Pixels of the object that is missed", 1, 400, 1, 20),
  },
  answer(state) {
    const large = number(state, "large");
    const frame = (small: number) => {
      const object = (n: number) => [...filled(n, 1), ...filled(pixels - n, 0)];
      return channel([...object(large), ...filled(pixels, 0)], [...object(large), ...object(small)], 2);
    };
    const over = (way: "image" | "batch") => (small: number) =>
      evaluate(dice, frame(small), convention({ over: way }));
    const small = number(state, "small");
    return {
      says: `Each image alone gives ${short(over("image")(small))}; the batch as one gives ${short(over("batch")(small))}.`,
      values: [
        { label: "each image, then the mean", value: over("image")(small) },
        { label: "counts over the batch", value: over("batch")(small) },
      ],
      lines: (["image", "batch"] as const).map((way) => ({
        label: way === "image" ? "each image" : "the batch",
        points: grid(1, 400, 20).map((x) => [Math.round(x), over(way)(Math.round(x))] as const),
      })),
      at: small,
      top: 1,
    };
  },
};

export const ignored: Calculator = {
  title: "A perfect answer must score zero, however many pixels are ignored",
  caption: "100 pixels, half of them foreground, predicted perfectly; the share you set is ignored.",
  x: "share of ignored pixels",
  y: "Dice loss of a perfect answer",
  controls: { share: range("Share of ignored pixels", 0, 0.9, 0.05, 0.5) },
  answer(state) {
    const frame = (share: number): Frame => {
      const g = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 1 : 0));
      return { ...channel(g, g), ignore: g.map((_, i) => (i < 100 * share ? 1 : 0)) };
    };
    const rules = [
      ["left out", "left-out"],
      ["out of the numerator only", "numerator-only"],
    ] as const;
    const under = (rule: (typeof rules)[number][1]) => (share: number) =>
      evaluate(dice, frame(share), convention({ ignored: rule }));
    const share = number(state, "share");
    return {
      says: `Left out, the loss is ${short(under("left-out")(share))}; masked in the numerator only, it is ${short(under("numerator-only")(share))}.`,
      values: rules.map(([label, rule]) => ({ label, value: under(rule)(share) })),
      lines: rules.map(([label, rule]) => ({
        label,
        points: grid(0, 0.9, 19).map((x) => [x, under(rule)(x)] as const),
      })),
      at: share,
      top: 1,
    };
  },
};

export const objectSize: Calculator = {
  title: "The smaller the object, the harder Dice pulls; cross-entropy does not care",
  caption:
    "One frame of 1,000 pixels, all at probability one half; the sum of the absolute slopes over the pixels of the object.",
  x: "pixels of the object",
  y: "pull on the object",
  controls: { pixels: range("Pixels of the object", 1, 300, 1, 30) },
  answer(state) {
    const pull = (loss: typeof dice | typeof softCrossEntropy) => (n: number) => {
      const frame = channel(filled(pixels, 0.5), [...filled(n, 1), ...filled(pixels - n, 0)]);
      const { probabilities } = evaluateWithGradient(loss as typeof dice, frame, {});
      return [...probabilities!.slice(0, n)].reduce((sum, slope) => sum + Math.abs(slope), 0) / n;
    };
    const n = number(state, "pixels");
    const sizes = grid(1, 300, 30).map(Math.round);
    return {
      says: `At ${n} pixels each pixel of the object is pulled with ${short(pull(dice)(n))} by Dice and with ${short(pull(softCrossEntropy)(n))} by cross-entropy.`,
      values: [
        { label: "Dice, per pixel of the object", value: pull(dice)(n) },
        { label: "cross-entropy, per pixel of the object", value: pull(softCrossEntropy)(n) },
      ],
      lines: [
        { label: "Dice", points: sizes.map((x) => [x, pull(dice)(x)] as const) },
        { label: "cross-entropy", points: sizes.map((x) => [x, pull(softCrossEntropy)(x)] as const) },
      ],
      at: n,
    };
  },
};

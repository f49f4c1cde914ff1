import { likeliest } from "../../experiments/linear.ts";
import type { Truth } from "../../experiments/prediction.ts";
import { type Colour, coloursOf, paint } from "../canvas.ts";
import { inkOf } from "./grid.ts";

/** Ink follows the square root of the pull, so that the many faint pixels are seen beside the few loud ones. */
export const inked = (pull: number): number => Math.round(Math.sqrt(255 * pull));

/** The inks of the classes in numbers, as the page's theme has them now. */
export const inksOf = (host: Element, classes: number): Colour[] =>
  coloursOf(
    host,
    Array.from({ length: classes }, (_, c) => inkOf(c)),
  );

/** Each pixel in the ink of its true class, as strongly as it is pulled (0..255). */
export function paintPull(
  canvas: HTMLCanvasElement,
  { width, height, labels }: Truth,
  pull: Uint8Array,
  inks: readonly Colour[],
): void {
  paint(canvas, width, height, (data) => {
    for (let i = 0; i < labels.length; i++) put(data, i, inks[labels[i]!]!, inked(pull[i]!));
  });
}

/** The likeliest curve at each pixel in its ink, as strongly as it is likely. */
export function paintPrediction(
  canvas: HTMLCanvasElement,
  { width, height, classes }: Pick<Truth, "width" | "height" | "classes">,
  logits: Float64Array,
  inks: readonly Colour[],
): void {
  const { of, p } = likeliest(logits, classes);
  paint(canvas, width, height, (data) => {
    for (let i = 0; i < width * height; i++) put(data, i, inks[of[i]!]!, Math.round(255 * p[i]!));
  });
}

/** The classes themselves, the background left to the page's ground. */
export function paintLabels(
  canvas: HTMLCanvasElement,
  { width, height, labels }: Pick<Truth, "width" | "height" | "labels">,
  inks: readonly Colour[],
): void {
  paint(canvas, width, height, (data) => {
    for (let i = 0; i < labels.length; i++) put(data, i, inks[labels[i]!]!, labels[i] === 0 ? 0 : 255);
  });
}

function put(data: Uint8ClampedArray, pixel: number, [red, green, blue]: Colour, alpha: number): void {
  data[4 * pixel] = red;
  data[4 * pixel + 1] = green;
  data[4 * pixel + 2] = blue;
  data[4 * pixel + 3] = alpha;
}

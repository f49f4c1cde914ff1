import { likeliest } from "../../experiments/linear.ts";
import type { Truth } from "../../experiments/prediction.ts";
import { inkOf } from "./grid.ts";

export type Colour = readonly [red: number, green: number, blue: number];

/** Ink follows the square root of the pull, so that the many faint pixels are seen beside the few loud ones. */
export const inked = (pull: number): number => Math.round(Math.sqrt(255 * pull));

/** The inks of the classes in numbers, as the page's theme has them now: a canvas knows no variables. */
export function inksOf(host: Element, classes: number): Colour[] {
  const probe = document.createElement("span");
  host.append(probe);
  const inks = Array.from({ length: classes }, (_, c): Colour => {
    probe.style.color = `var(--${inkOf(c)})`;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
  });
  probe.remove();
  return inks;
}

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

function paint(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  fill: (data: Uint8ClampedArray) => void,
): void {
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    // The style sheet keeps a tall strip from being as tall as its frame is wide.
    canvas.style.setProperty("--ratio", String(width / height));
  }
  const context = canvas.getContext("2d");
  if (!context) return;
  const image = context.createImageData(width, height);
  fill(image.data);
  context.putImageData(image, 0, 0);
}

/** Calls back when the reader changes the theme, by the page's switch or by the system's, until the signal. */
export function onTheme(changed: () => void, signal?: AbortSignal): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  signal?.addEventListener("abort", () => observer.disconnect(), { once: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed, signal && { signal });
}

import type { Scene } from "../../experiments/scene.ts";
import { inks, type Mark, markOf } from "./marks.ts";

/** The simulated log as the model sees it, whole, so that both curves are in it. */
export function drawScene(canvas: HTMLCanvasElement, { width, height, rgb }: Scene): void {
  paint(canvas, width, height, (data) => {
    for (let i = 0, from = 0, to = 0; i < width * height; i++) {
      data[to++] = rgb[from++]!;
      data[to++] = rgb[from++]!;
      data[to++] = rgb[from++]!;
      data[to++] = 255;
    }
  });
}

/** The truth with what was found, missed and strayed to, in the site's inks; without an answer the truth alone. */
export function drawAnswer(
  canvas: HTMLCanvasElement,
  { width, height, labels }: Scene,
  answer: Uint8Array = labels,
): void {
  const colours = coloursOf(canvas);
  paint(canvas, width, height, (data) => {
    for (let i = 0, to = 0; i < width * height; i++) {
      const colour = colours[markOf(labels[i]!, answer[i]!) ?? "ground"];
      data[to++] = colour[0];
      data[to++] = colour[1];
      data[to++] = colour[2];
      data[to++] = 255;
    }
  });
}

type Colour = readonly [number, number, number];

/** Pixels are filled without an array for each, for the page trains meanwhile. */
function paint(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  fill: (data: Uint8ClampedArray) => void,
): void {
  canvas.width = width;
  canvas.height = height;
  // A log made narrow, so that little of it is background, would be a thread on the page.
  canvas.classList.toggle("narrow", width < 100);
  const context = canvas.getContext("2d");
  if (!context) return;
  const image = context.createImageData(width, height);
  fill(image.data);
  context.putImageData(image, 0, 0);
}

/** The tokens of the page in numbers: a canvas knows no variables. */
function coloursOf(canvas: HTMLCanvasElement): Record<Mark | "ground", Colour> {
  const probe = document.createElement("span");
  canvas.after(probe);
  const colour = (token: string): Colour => {
    probe.style.color = `var(--${token})`;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
  };
  const colours = {
    ground: colour("raised"),
    one: colour(inks.one),
    two: colour(inks.two),
    missed: colour(inks.missed),
    stray: colour(inks.stray),
  };
  probe.remove();
  return colours;
}

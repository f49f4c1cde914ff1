import type { Scene } from "../../experiments/scene.ts";
import { coloursOf, paint } from "../canvas.ts";
import { inks, type Mark, markOf } from "./marks.ts";

/** A log made narrow, so that little of it is background, would be a thread on the page. */
const narrow = 100;

/** The simulated log as the model sees it, whole, so that both curves are in it. */
export function drawScene(canvas: HTMLCanvasElement, { width, height, rgb }: Scene): void {
  canvas.classList.toggle("narrow", width < narrow);
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
  const [ground, ...found] = coloursOf(canvas.parentElement!, ["raised", ...Object.values(inks)]);
  const colours = new Map(Object.keys(inks).map((mark, k) => [mark as Mark, found[k]!]));
  canvas.classList.toggle("narrow", width < narrow);
  paint(canvas, width, height, (data) => {
    for (let i = 0, to = 0; i < width * height; i++) {
      const mark = markOf(labels[i]!, answer[i]!);
      const colour = mark ? colours.get(mark)! : ground!;
      data[to++] = colour[0];
      data[to++] = colour[1];
      data[to++] = colour[2];
      data[to++] = 255;
    }
  });
}

import { type Departure, predictInto, type Truth } from "../../experiments/prediction.ts";
import { rowOf } from "../../experiments/protocol.ts";
import { sortChart } from "../../plots/lovasz-sort.ts";
import { type Client, latest } from "../../worker/client.ts";
import type { Heard } from "../../worker/tasks.ts";
import { onTheme } from "../canvas.ts";
import { redraw } from "../picture.ts";
import { type Space, spaces, voicesGrid } from "./grid.ts";
import { inksOf, paintPrediction, paintPull } from "./paint.ts";
import { sortOf } from "./spec.ts";

/** What is asked of the view: a prediction, and the class whose sort is shown. */
export interface Wish {
  readonly departure: Departure;
  readonly sorted: number;
}

/**
 * The gradient view on one frame: the prediction is drawn at once, on the page; the seven losses are heard in a worker,
 * the newest wish only, and the old pictures stay until the answer comes. A frame that gives way to another is let go by its signal.
 */
export function hearing(
  host: HTMLElement,
  client: Client,
  truth: Truth,
  names: readonly string[],
  told: (answer: readonly Heard[] | Error) => void,
  signal?: AbortSignal,
) {
  const { classes, width, height } = truth;
  const logits = new Float64Array(classes * width * height);
  const canvases = new Map<string, HTMLCanvasElement>();
  const prediction = host.querySelector<HTMLElement>("[data-prediction]")!;
  let wish: Wish | undefined;
  let heard: readonly Heard[] = [];

  const ask = latest(
    client,
    "hear",
    (answer) => {
      heard = answer;
      drawVoices();
      told(heard);
    },
    told,
  );

  function canvas(name: string, label: string): HTMLCanvasElement {
    const known = canvases.get(name) ?? document.createElement("canvas");
    canvases.set(name, known);
    known.setAttribute("role", "img");
    known.setAttribute("aria-label", label);
    return known;
  }

  function drawVoices() {
    const inks = inksOf(host, classes);
    const picture = (k: number, space: Space) =>
      canvas(`${k} ${space}`, `Gradient of ${rowOf(heard[k]!.row).title} to the ${space}`);
    host.querySelector("[data-voices]")!.replaceChildren(voicesGrid(document, heard, names, picture));
    heard.forEach((voice, k) => {
      for (const space of spaces) paintPull(canvases.get(`${k} ${space}`)!, truth, voice[space], inks);
    });
  }

  function drawPrediction({ departure, sorted }: Wish) {
    predictInto(truth, departure, logits);
    const drawn = canvas("prediction", "The prediction: each class in its ink, as strongly as it is likely");
    if (drawn.parentElement !== prediction) prediction.replaceChildren(drawn);
    paintPrediction(drawn, truth, logits, inksOf(host, classes));
    if (!host.querySelector('[data-picture="lovasz-sort"]')) return;
    const order = sortOf(truth, logits, sorted, names);
    redraw(host, "lovasz-sort", (sheet) => sortChart(sheet, order));
  }

  onTheme(() => {
    // Another frame may have taken this one's place.
    if (!canvases.get("prediction")?.isConnected) return;
    if (wish) drawPrediction(wish);
    if (heard.length > 0) drawVoices();
  }, signal);

  return (next: Wish) => {
    wish = next;
    drawPrediction(next);
    ask({ truth, departure: next.departure });
  };
}

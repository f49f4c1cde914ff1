import { runs } from "../../plots/runs.ts";
import { element } from "../../plots/svg.ts";
import { inkOf } from "./grid.ts";
import { side, truthOfFigure } from "./spec.ts";

/** The tiles before any script: class inks behind masks that are cut from one grey picture, so that themes hold. */

const id = "gradients-truth";
const box = { viewBox: `0 0 ${side} ${side}`, class: "still" };

/** The classes as three shapes, once on the page; tiles use it. */
export function truthShapes(document: Document, label: string): SVGElement {
  const { labels } = truthOfFigure();
  const shapes = [0, 1, 2].map((c) =>
    element(document, "path", {
      d: c === 0 ? `M0 0h${side}v${side}h-${side}z` : runs(side, side * side, (i) => labels[i] === c),
      class: `ink-${inkOf(c)}`,
    }),
  );
  const symbol = element(document, "symbol", { id, viewBox: box.viewBox }, ...shapes);
  const shown = shapes.slice(1).map((shape) => shape.cloneNode(true));
  return element(document, "svg", { ...box, role: "img", "aria-label": label }, symbol, ...shown);
}

const tiles = 16;

/** The k-th tile of the grey picture as a mask, so that white shows and black hides. */
function mask(document: Document, source: string, k: number): SVGElement {
  const image = { href: source, y: -k * side, width: side, height: tiles * side };
  const area = { maskUnits: "userSpaceOnUse", x: 0, y: 0, width: side, height: side };
  return element(document, "mask", { id: `gradients-${k}`, ...area }, element(document, "image", image));
}

/** The gradient of tile k, each pixel in the ink of its true class. */
export function stillPull(document: Document, source: string, k: number, label: string): SVGElement {
  return element(
    document,
    "svg",
    { ...box, role: "img", "aria-label": label },
    mask(document, source, k),
    element(document, "g", { mask: `url(#gradients-${k})` }, element(document, "use", { href: `#${id}` })),
  );
}

/** The prediction: both curves' probabilities in their inks. */
export function stillPrediction(document: Document, source: string, label: string): SVGElement {
  const curves = [0, 1].flatMap((k) => [
    mask(document, source, k),
    element(document, "rect", {
      width: side,
      height: side,
      class: `ink-${inkOf(k + 1)}`,
      mask: `url(#gradients-${k})`,
    }),
  ]);
  return element(document, "svg", { ...box, role: "img", "aria-label": label }, ...curves);
}

import { element, type Sheet } from "./svg.ts";

/** A frame of pixels: hits are solid, missed pixels hollow, stray pixels small and of another ink. */
export interface MaskData {
  readonly width: number;
  readonly height: number;
  readonly truth: Uint8Array;
  readonly predicted: Uint8Array;
  readonly label: string;
}

export function maskPicture({ document, width }: Sheet, data: MaskData): SVGElement {
  const cell = width / data.width;
  const box = { width, height: data.height * cell, viewBox: `0 0 ${data.width} ${data.height}` };
  const where = (truth: number, predicted: number) => (i: number) =>
    data.truth[i] === truth && data.predicted[i] === predicted;
  return element(
    document,
    "svg",
    { ...box, class: "mask", role: "img", "aria-label": data.label },
    element(document, "path", { d: squares(data, where(1, 1), 0), class: "hit" }),
    element(document, "path", { d: squares(data, where(1, 0), 0.14), class: "missed" }),
    element(document, "path", { d: squares(data, where(0, 1), 0.2), class: "stray" }),
  );
}

/** One path for all pixels of a sort; `inset` makes each square smaller, 0 joins a row's neighbours. */
function squares({ width, height }: MaskData, drawn: (pixel: number) => boolean, inset: number): string {
  let d = "";
  const side = Number((1 - 2 * inset).toFixed(2));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!drawn(y * width + x)) continue;
      let run = 1;
      while (inset === 0 && x + run < width && drawn(y * width + x + run)) run++;
      const length = inset === 0 ? run : side;
      d += `M${x + inset} ${y + inset}h${length}v${side}h${-length}z`;
      x += run - 1;
    }
  return d;
}

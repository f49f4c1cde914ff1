import { bell, correlated, type Plane } from "./planes.ts";

/** A label image: classes 0..C−1, row-major; class 0 is the background. */
export interface Truth {
  readonly width: number;
  readonly height: number;
  readonly classes: number;
  readonly labels: Uint8Array;
}

/** How the prediction departs from the truth. All zeros but `confidence` is the truth itself. */
export interface Departure {
  /** Sigma of the blur in pixels, 0 for none. */
  readonly blur: number;
  /** Pixels to the right; fractions are allowed. What leaves the frame is lost, what enters it is background. */
  readonly shift: number;
  /** Share of the rows, in the middle of the frame, in which every curve is taken for background. */
  readonly missed: number;
  /** Radius in pixels of a blob of class 1 where there is none, in the upper left of the frame; 0 for none. */
  readonly stray: number;
  /** Logit margin of a sure pixel over its rivals. */
  readonly confidence: number;
}

export const faithful: Departure = { blur: 0, shift: 0, missed: 0, stray: 0, confidence: 6 };

/** The logits of such a prediction, channel-first (C·N), written into `out`. */
export function predictInto(truth: Truth, departure: Departure, out: Float64Array) {
  const { width, height, classes } = truth;
  const n = width * height;
  const shown = departed(truth, departure);
  for (let c = 0; c < classes; c++) {
    const z = out.subarray(c * n, (c + 1) * n);
    for (let i = 0; i < n; i++) z[i] = shown[i] === c ? departure.confidence : 0;
    slide(z, truth, departure.shift, c === 0 ? departure.confidence : 0);
    if (departure.blur > 0) {
      const taps = bell(departure.blur);
      const across: Plane = correlated({ width, height, plane: z }, taps, "across");
      z.set(correlated({ width, height, plane: across }, taps, "down"));
    }
  }
}

/** The labels with the missed stretch gone and the stray blob there. */
function departed({ width, height, labels }: Truth, { missed, stray }: Departure): Uint8Array {
  const shown = labels.slice();
  const from = Math.round((height * (1 - missed)) / 2);
  shown.fill(0, from * width, Math.max(from, Math.round((height * (1 + missed)) / 2)) * width);
  const [x0, y0] = [width / 4, height / 4];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x + 0.5 - x0, y + 0.5 - y0];
      if (dx * dx + dy * dy < stray * stray) shown[y * width + x] = 1;
    }
  return shown;
}

/** Moves a plane right by `shift` pixels, in place; between two pixels it is their weighted mean. */
function slide(z: Float64Array, { width, height }: Truth, shift: number, beyond: number) {
  if (shift === 0) return;
  const whole = Math.floor(shift);
  const part = shift - whole;
  const row = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    row.set(z.subarray(y * width, (y + 1) * width));
    const at = (x: number) => row[x] ?? beyond;
    for (let x = 0; x < width; x++) z[y * width + x] = (1 - part) * at(x - whole) + part * at(x - whole - 1);
  }
}

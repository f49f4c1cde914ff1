/** One number a pixel, row-major. */
export type Plane = Float64Array;

export interface Image {
  readonly width: number;
  readonly height: number;
  readonly plane: Plane;
}

/**
 * A bell as wide as a Gaussian of that sigma, cut at three sigmas: (1 − i²/64σ²)³². It needs multiplications only,
 * so that every engine computes the same bits; exp would not.
 */
export function bell(sigma: number): number[] {
  const radius = Math.ceil(3 * sigma);
  const taps = Array.from({ length: 2 * radius + 1 }, (_, k) => {
    const i = k - radius;
    let tap = 1 - (i * i) / (64 * sigma * sigma);
    for (let squarings = 0; squarings < 5; squarings++) tap *= tap;
    return tap;
  });
  const sum = taps.reduce((s, tap) => s + tap, 0);
  return taps.map((tap) => tap / sum);
}

/** Correlates every row (or column) with an odd number of taps; the image is continued by its edge. */
export function correlated(
  { plane, width, height }: Image,
  taps: readonly number[],
  along: "across" | "down",
): Plane {
  const radius = (taps.length - 1) / 2;
  const [lines, length, stride, step] =
    along === "across" ? [height, width, width, 1] : [width, height, 1, width];
  const out = new Float64Array(plane.length);
  const line = new Float64Array(length + 2 * radius);
  for (let l = 0; l < lines; l++) {
    const start = l * stride;
    for (let i = 0; i < line.length; i++)
      line[i] = plane[start + step * Math.min(length - 1, Math.max(0, i - radius))]!;
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (let t = 0; t < taps.length; t++) sum += taps[t]! * line[i + t]!;
      out[start + step * i] = sum;
    }
  }
  return out;
}

/** The image smoothed by a bell of that sigma, down and across. */
export function blurred(image: Image, sigma: number): Plane {
  const taps = bell(sigma);
  return correlated({ ...image, plane: correlated(image, taps, "across") }, taps, "down");
}

/** Half the difference of the next and the previous pixel. */
export const slope = (image: Image, along: "across" | "down"): Plane =>
  correlated(image, [-0.5, 0, 0.5], along);

/** The mean of 2·radius + 1 pixels in a row or column. */
export function runningMean(image: Image, radius: number, along: "across" | "down"): Plane {
  const length = 2 * radius + 1;
  return correlated(image, Array(length).fill(1 / length), along);
}

import { blurred, type Image, type Plane, runningMean, slope } from "./planes.ts";

/** An image as a scanner gives it: red, green, blue bytes of each pixel, row-major. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** What the filters read; each plane is computed once. Derivatives are of grey smoothed over 1.2 pixels. */
interface Bank {
  readonly grey: Image;
  readonly soft1: Plane;
  readonly soft2: Plane;
  readonly soft4: Plane;
  readonly dx: Plane;
  readonly dy: Plane;
  readonly dxx: Plane;
  readonly dyy: Plane;
  readonly dxy: Plane;
  readonly redness: Plane;
  readonly blueness: Plane;
}

export interface Filter {
  readonly id: string;
  /** In words, for the table under the figure. */
  readonly title: string;
  readonly plane: (bank: Bank) => Plane;
}

/**
 * The fixed filter bank: all that the linear classifier sees of a pixel. Nothing here is learned, so that runs differ in
 * the loss alone.
 */
export const filters: readonly Filter[] = [
  { id: "grey", title: "grey value", plane: (b) => b.grey.plane },
  { id: "soft-1", title: "grey smoothed over 1 pixel", plane: (b) => b.soft1 },
  { id: "soft-4", title: "grey smoothed over 4 pixels", plane: (b) => b.soft4 },
  { id: "band-1-2", title: "detail between 1 and 2 pixels", plane: (b) => minus(b.soft1, b.soft2) },
  { id: "band-2-4", title: "detail between 2 and 4 pixels", plane: (b) => minus(b.soft2, b.soft4) },
  { id: "slope-across", title: "slope across", plane: (b) => b.dx },
  { id: "slope-down", title: "slope down", plane: (b) => b.dy },
  { id: "bend-across", title: "second derivative across", plane: (b) => b.dxx },
  { id: "bend-down", title: "second derivative down", plane: (b) => b.dyy },
  { id: "twist", title: "mixed second derivative", plane: (b) => b.dxy },
  { id: "dark-line", title: "dark line: larger eigenvalue of the second derivatives", plane: darkLine },
  { id: "redness", title: "red less green", plane: (b) => b.redness },
  { id: "blueness", title: "blue less red and green", plane: (b) => b.blueness },
  { id: "steepness", title: "size of the slope across", plane: (b) => b.dx.map(Math.abs) },
  { id: "long-down", title: "mean of 15 pixels down", plane: (b) => runningMean(b.grey, 7, "down") },
  { id: "long-across", title: "mean of 15 pixels across", plane: (b) => runningMean(b.grey, 7, "across") },
];

/** The filters' answers, one plane of doubles after the other in the order of `filters`, not yet standardised. */
export function responses(picture: Picture): Plane[] {
  const bank = bankOf(picture);
  return filters.map(({ plane }) => plane(bank));
}

/** How a plane is brought to mean 0 and variance 1: (value − mean)·scale, as found on the training picture. */
export interface Standard {
  readonly mean: number;
  readonly scale: number;
}

/** The standard of each plane. A constant plane gets scale 0: it says nothing, and so it should. */
export function standards(planes: readonly Plane[]): Standard[] {
  return planes.map((plane) => {
    const mean = plane.reduce((sum, v) => sum + v, 0) / plane.length;
    const variance = plane.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / plane.length;
    return { mean, scale: variance > 0 ? 1 / Math.sqrt(variance) : 0 };
  });
}

/**
 * The standardised features of some pixels (all of them when none are named): single precision, feature-major, so that
 * feature k of the n-th named pixel is at k·N + n.
 */
export function featuresOf(
  planes: readonly Plane[],
  standard: readonly Standard[],
  pixels?: Uint32Array,
): Float32Array {
  const n = pixels ? pixels.length : planes[0]!.length;
  const out = new Float32Array(planes.length * n);
  planes.forEach((plane, k) => {
    const { mean, scale } = standard[k]!;
    for (let i = 0; i < n; i++) out[k * n + i] = (plane[pixels ? pixels[i]! : i]! - mean) * scale;
  });
  return out;
}

function bankOf({ width, height, rgb }: Picture): Bank {
  const of = (mix: (r: number, g: number, b: number) => number): Image => {
    const plane = new Float64Array(width * height);
    for (let i = 0; i < plane.length; i++)
      plane[i] = mix(rgb[3 * i]!, rgb[3 * i + 1]!, rgb[3 * i + 2]!) / 255;
    return { width, height, plane };
  };
  const image = (plane: Plane): Image => ({ width, height, plane });
  const grey = of((r, g, b) => (r + g + b) / 3);
  const smooth = image(blurred(grey, 1.2));
  const dx = slope(smooth, "across");
  const dy = slope(smooth, "down");
  return {
    grey,
    soft1: blurred(grey, 1),
    soft2: blurred(grey, 2),
    soft4: blurred(grey, 4),
    dx,
    dy,
    dxx: slope(image(dx), "across"),
    dyy: slope(image(dy), "down"),
    dxy: slope(image(dx), "down"),
    redness: blurred(
      of((r, g) => r - g),
      1,
    ),
    blueness: blurred(
      of((r, g, b) => b - (r + g) / 2),
      1,
    ),
  };
}

const minus = (a: Plane, b: Plane): Plane => a.map((v, i) => v - b[i]!);

/** Positive and large across the middle of a dark line of any direction. */
function darkLine({ dxx, dyy, dxy }: Bank): Plane {
  return dxx.map((xx, i) => {
    const half = (xx - dyy[i]!) / 2;
    return (xx + dyy[i]!) / 2 + Math.sqrt(half * half + dxy[i]! * dxy[i]!);
  });
}

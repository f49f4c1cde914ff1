import type { Random } from "../numerics/random.ts";

/** Light that the sheet reflects, 0 black to 1 white: three planes (red, green, blue) of row-major doubles. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly planes: readonly [Float64Array, Float64Array, Float64Array];
}

export type Colour = readonly [number, number, number];

const cream: Colour = [0.93, 0.9, 0.81];
const gridInk: Colour = [0.5, 0.58, 0.52];
const printInk: Colour = [0.22, 0.22, 0.24];

/** Digits of three columns and five rows, one row an octal digit, top row first. */
const digits = [0o75557, 0o26227, 0o71747, 0o71717, 0o55711, 0o74717, 0o74757, 0o71111, 0o75757, 0o75717];

/** Lays ink over one pixel; opacity 1 hides what is below. Outside the sheet nothing happens. */
export function ink({ width, height, planes }: Sheet, x: number, y: number, colour: Colour, opacity: number) {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const i = y * width + x;
  for (let c = 0; c < 3; c++) planes[c]![i]! += opacity * (colour[c]! - planes[c]![i]!);
}

/** A sheet of old paper: cream, darker in slow patches. */
export function paper(width: number, height: number, source: Random): Sheet {
  const cell = 48;
  const columns = Math.floor(width / cell) + 2;
  const knots = Array.from({ length: columns * (Math.floor(height / cell) + 2) }, () => source.uniform());
  const plane = () => new Float64Array(width * height);
  const sheet: Sheet = { width, height, planes: [plane(), plane(), plane()] };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const k = Math.floor(y / cell) * columns + Math.floor(x / cell);
      const u = (x % cell) / cell;
      const v = (y % cell) / cell;
      const top = knots[k]! + u * (knots[k + 1]! - knots[k]!);
      const bottom = knots[k + columns]! + u * (knots[k + columns + 1]! - knots[k + columns]!);
      const stain = 1 - 0.09 * (top + v * (bottom - top));
      for (let c = 0; c < 3; c++) sheet.planes[c]![y * width + x] = cream[c]! * stain;
    }
  return sheet;
}

/** The printed grid: a line every `pitch` pixels down and across, each fifth heavier. */
export function grid(sheet: Sheet, pitch: readonly [number, number]) {
  const { width, height } = sheet;
  const weight = (n: number) => (n % 5 === 0 ? 0.75 : 0.38);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (x % pitch[0] === 0) ink(sheet, x, y, gridInk, weight(x / pitch[0]));
      if (y % pitch[1] === 0) ink(sheet, x, y, gridInk, weight(y / pitch[1]));
    }
}

/** Depths printed down the left edge beside each heavy line, starting from `first` in steps of `step`. */
export function depths(sheet: Sheet, every: number, first: number, step: number) {
  for (let n = 1; n * every + 3 < sheet.height; n++) {
    const text = String(first + n * step);
    for (let k = 0; k < text.length; k++) {
      const rows = digits[Number(text[k])]!;
      for (let y = 0; y < 5; y++)
        for (let x = 0; x < 3; x++)
          if ((rows >> (3 * (4 - y) + 2 - x)) & 1)
            ink(sheet, 3 + 4 * k + x, n * every - 2 + y, printInk, 0.85);
    }
  }
}

/** A pen mark: a straight stroke about one pixel wide, from (x, y) along (dx, dy) for `steps` pixels. */
export function penMark(
  sheet: Sheet,
  { x, y, dx, dy, steps }: { x: number; y: number; dx: number; dy: number; steps: number },
  colour: Colour,
  opacity: number,
) {
  for (let k = 0; k < steps; k++) ink(sheet, Math.floor(x + k * dx), Math.floor(y + k * dy), colour, opacity);
}

/** What the scanner does: blurs by the binomial 3 × 3 kernel, adds grain, and rounds to bytes, red green blue a pixel. */
export function scan({ width, height, planes }: Sheet, grain: Grain, source: Random): Uint8Array {
  const rgb = new Uint8Array(3 * width * height);
  const blurred = planes.map((plane) => blur3(plane, width, height));
  for (let i = 0; i < width * height; i++) {
    const luminance = grain.luminance * source.normal();
    for (let c = 0; c < 3; c++) {
      const value = blurred[c]![i]! + luminance + grain.chroma * source.normal();
      rgb[3 * i + c] = Math.floor(255 * Math.min(1, Math.max(0, value)) + 0.5);
    }
  }
  return rgb;
}

/** Standard deviations of the scanner's noise: common to the three channels, and of each channel. */
export interface Grain {
  readonly luminance: number;
  readonly chroma: number;
}

/** The kernel (1 2 1)/4 down and across; the sheet is continued by its edge. */
function blur3(plane: Float64Array, width: number, height: number): Float64Array {
  const across = new Float64Array(plane.length);
  const out = new Float64Array(plane.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const row = y * width;
      const left = plane[row + Math.max(0, x - 1)]!;
      const right = plane[row + Math.min(width - 1, x + 1)]!;
      across[row + x] = (left + 2 * plane[row + x]! + right) / 4;
    }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const above = across[Math.max(0, y - 1) * width + x]!;
      const below = across[Math.min(height - 1, y + 1) * width + x]!;
      out[y * width + x] = (above + 2 * across[y * width + x]! + below) / 4;
    }
  return out;
}

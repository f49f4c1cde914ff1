import type { LabelImage } from "./label-image.ts";

/** What a label image says of one class. */
export interface ClassReport {
  /** The class index, and the value it has in the file. */
  readonly label: number;
  readonly value: number;
  readonly pixels: number;
  readonly share: number;
  /** Pieces that hang together, corners included, and the pixels of the largest. */
  readonly pieces: number;
  readonly largestPiece: number;
  /** Widths of the class's strokes in pixels: the middle one, and those that a tenth lie below and above. */
  readonly stroke: { readonly low: number; readonly median: number; readonly high: number };
}

export interface MaskReport {
  readonly width: number;
  readonly height: number;
  /** In class order. */
  readonly classes: readonly ClassReport[];
  /** The class taken for background: the one that covers most, the first of equals. */
  readonly background: number;
  readonly backgroundShare: number;
}

/** Classes, shares, stroke widths and connected pieces of a label image, in time linear in its pixels. */
export function reportOf(image: LabelImage): MaskReport {
  const { width, height, labels, values } = image;
  const pixels = new Float64Array(values.length);
  for (const label of labels) pixels[label]! += 1;
  const pieces = piecesOf(image);
  const strokes = strokesOf(image);
  const classes = values.map((value, label) => ({
    label,
    value,
    pixels: pixels[label]!,
    share: pixels[label]! / labels.length,
    pieces: pieces.count[label]!,
    largestPiece: pieces.largest[label]!,
    stroke: strokes[label]!,
  }));
  const background = pixels.indexOf(Math.max(...pixels));
  return { width, height, classes, background, backgroundShare: classes[background]!.share };
}

/** Counts pieces of equal label, each pixel with its eight neighbours, by a forest of provisional numbers. */
function piecesOf({ width, height, labels, values }: LabelImage) {
  let parents = new Int32Array(1024);
  let sizes = new Float64Array(1024);
  let owner = new Uint8Array(1024);
  let made = 0;
  const root = (k: number) => {
    let at = k;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  const make = (label: number) => {
    if (made === parents.length) {
      [parents, sizes, owner] = [grown(parents), grown(sizes), grown(owner)];
    }
    parents[made] = made;
    owner[made] = label;
    return made++;
  };
  let above = new Int32Array(width);
  let row = new Int32Array(width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const label = labels[at]!;
      let piece = x > 0 && labels[at - 1] === label ? root(row[x - 1]!) : -1;
      for (let dx = -1; dx <= 1 && y > 0; dx++) {
        if (x + dx < 0 || x + dx >= width || labels[at - width + dx] !== label) continue;
        const other = root(above[x + dx]!);
        if (piece >= 0) parents[piece] = other;
        piece = other;
      }
      if (piece < 0) piece = make(label);
      row[x] = piece;
      sizes[piece]! += 1;
    }
    [above, row] = [row, above];
  }
  const count = new Float64Array(values.length);
  const largest = new Float64Array(values.length);
  for (let k = 0; k < made; k++) if (root(k) !== k) sizes[root(k)]! += sizes[k]!;
  for (let k = 0; k < made; k++) {
    if (parents[k] !== k) continue;
    count[owner[k]!]! += 1;
    largest[owner[k]!] = Math.max(largest[owner[k]!]!, sizes[k]!);
  }
  return { count, largest };
}

function grown<T extends Int32Array | Float64Array | Uint8Array>(array: T): T {
  const larger = new (array.constructor as new (n: number) => T)(2 * array.length);
  larger.set(array);
  return larger;
}

/** Widths are counted in tenths of a pixel up to a thousand pixels: thicker is no stroke. */
const bins = 10_000;

/**
 * The width of the stroke through each pixel is the shortest of its four runs of equal label, across, down and along
 * both diagonals (whose steps are √2 long). For strokes of a few pixels this tells 1 from 2 and 2 from 3, which the
 * usual distance to the edge does not: that distance is 1 in both of the first two.
 */
function strokesOf({ width, height, labels, values }: LabelImage): ClassReport["stroke"][] {
  const narrow = new Float32Array(labels.length).fill(bins / 10);
  const run = (start: number, step: number, length: number, unit: number) => {
    for (let from = 0; from < length; ) {
      let to = from + 1;
      while (to < length && labels[start + to * step] === labels[start + from * step]) to++;
      const size = (to - from) * unit;
      for (let k = from; k < to; k++) {
        const at = start + k * step;
        if (size < narrow[at]!) narrow[at] = size;
      }
      from = to;
    }
  };
  for (let y = 0; y < height; y++) run(y * width, 1, width, 1);
  for (let x = 0; x < width; x++) run(x, width, height, 1);
  const diagonal = Math.sqrt(2);
  for (let x = 0; x < width; x++) {
    run(x, width + 1, Math.min(width - x, height), diagonal);
    run(x, width - 1, Math.min(x + 1, height), diagonal);
  }
  for (let y = 1; y < height; y++) {
    run(y * width, width + 1, Math.min(width, height - y), diagonal);
    run(y * width + width - 1, width - 1, Math.min(width, height - y), diagonal);
  }
  const counts = values.map(() => new Float64Array(bins + 1));
  for (let i = 0; i < labels.length; i++) counts[labels[i]!]![Math.floor(narrow[i]! * 10 + 0.5)]! += 1;
  return counts.map((count) => ({
    low: quantile(count, 0.1),
    median: quantile(count, 0.5),
    high: quantile(count, 0.9),
  }));
}

/** The smallest width that at least this share of the pixels does not exceed. */
function quantile(counts: Float64Array, share: number): number {
  const all = counts.reduce((sum, n) => sum + n, 0);
  let sum = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    sum += counts[bin]!;
    if (sum >= share * all) return bin / 10;
  }
  return Number.NaN;
}

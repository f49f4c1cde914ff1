import { npySignature, readNpy } from "./npy.ts";
import { pngSignature, type Raster, readPng } from "./png.ts";

/** What a reader may drop on the page; a file beyond any of these is refused before it is decoded. */
export const limits = { bytes: 20_000_000, side: 4096, classes: 16 } as const;

/** A label image: class indices 0, 1, … in the order of the file's own values. */
export interface LabelImage {
  readonly width: number;
  readonly height: number;
  readonly labels: Uint8Array;
  /** The value that each class has in the file, ascending. */
  readonly values: readonly number[];
}

/** Other formats by their first bytes, so that a refusal can name them. */
const strangers: readonly [name: string, start: string][] = [
  ["a JPEG, which blurs labels", "\xff\xd8\xff"],
  ["a GIF", "GIF8"],
  ["a BMP", "BM"],
  ["a TIFF", "II*\0"],
  ["a TIFF", "MM\0*"],
  ["a WebP or other RIFF file", "RIFF"],
  ["a PDF", "%PDF"],
  ["a zip archive (.npz, perhaps)", "PK"],
  ["an HDF5 or MATLAB file", "\x89HDF"],
];

/** A RangeError where a file is over the limit; the page asks before it reads a byte. */
export function refuseLarge(bytes: number): void {
  if (bytes > limits.bytes)
    throw new RangeError(
      `the file has ${(bytes / 1e6).toFixed(1)} MB; at most ${limits.bytes / 1e6} MB are read, so crop the image or save it with one byte a label`,
    );
}

/**
 * Reads a label image from the bytes of a PNG or `.npy` file. The format is told by its bytes, never by its name.
 * Anything else, and anything over the limits, is a RangeError of one sentence that names the remedy.
 */
export function readLabelImage(bytes: Uint8Array): LabelImage {
  refuseLarge(bytes.length);
  const starts = (signature: ArrayLike<number>) =>
    bytes.length >= signature.length && Array.from(signature).every((byte, i) => bytes[i] === byte);
  if (starts(pngSignature)) return classed(readPng(bytes, limits.side));
  if (starts(npySignature)) return classed(readNpy(bytes, limits.side));
  const text = String.fromCharCode(...bytes.subarray(0, 512));
  const known = strangers.find(([, start]) => text.startsWith(start))?.[0];
  const markup = /^\W*<(\?xml|svg|!doctype|html|!--)/i.test(text) ? "markup (SVG, perhaps)" : undefined;
  const found = bytes.length === 0 ? "empty" : (known ?? markup ?? "no image that this page knows");
  throw new RangeError(`the file is ${found}; give a label image as PNG or NumPy .npy`);
}

/** Numbers the values that occur; more than sixteen are a picture, not labels. */
function classed({ width, height, values }: Raster): LabelImage {
  const seen = new Uint8Array(65536);
  const found: number[] = [];
  for (const value of values)
    if (seen[value] === 0) {
      seen[value] = 1;
      found.push(value);
      if (found.length > limits.classes)
        throw new RangeError(
          `the image has more than ${limits.classes} classes; merge some of them, or give a label image if this is a photograph`,
        );
    }
  found.sort((a, b) => a - b);
  found.forEach((value, c) => {
    seen[value] = c;
  });
  const labels = new Uint8Array(values.length);
  for (let i = 0; i < labels.length; i++) labels[i] = seen[values[i]!]!;
  return { width, height, labels, values: found };
}

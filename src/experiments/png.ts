import { crc32 } from "./checksums.ts";
import { inflated } from "./inflate.ts";
import { sample, unfiltered } from "./png-lines.ts";

/** One whole number a pixel, row-major, as the file stores it: a grey level or a palette index, not a colour. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly values: Uint16Array;
}

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly kind: "grey" | "palette";
  readonly interlaced: boolean;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** The seven passes of an interlaced file: first column and row, and the steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * Reads a PNG strictly: every checksum, every length, the header before anything is inflated. Raw values are kept: a
 * reader through a canvas would lose palette indices and the lower half of 16 bits. Throws RangeError, one sentence.
 */
export function readPng(bytes: Uint8Array, limit: number): Raster {
  const chunks = chunksOf(bytes);
  const header = headerOf(chunks[0], limit);
  const colours = header.kind === "palette" ? paletteSize(chunks, header.depth) : 2 ** header.depth;
  const data = chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data);
  const parts = header.interlaced ? passes : ([[0, 0, 1, 1]] as const);
  const frames = parts.map(([x, y, dx, dy]) => ({
    x,
    y,
    dx,
    dy,
    columns: Math.ceil((header.width - x) / dx),
    rows: Math.ceil((header.height - y) / dy),
  }));
  const shown = frames.filter(({ columns, rows }) => columns > 0 && rows > 0);
  const stride = (columns: number) => Math.ceil((columns * header.depth) / 8);
  const raw = inflated(
    data,
    shown.reduce((sum, f) => sum + f.rows * (1 + stride(f.columns)), 0),
  );
  const values = new Uint16Array(header.width * header.height);
  let at = 0;
  for (const { x, y, dx, dy, columns, rows } of shown) {
    const lines = unfiltered(raw, at, rows, stride(columns), Math.ceil(header.depth / 8));
    at += rows * (1 + stride(columns));
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++)
        values[(y + r * dy) * header.width + x + c * dx] = sample(
          lines,
          r * stride(columns),
          c,
          header.depth,
        );
  }
  const outside = values.findIndex((value) => value >= colours);
  if (outside >= 0)
    throw new RangeError(
      `the pixel at row ${Math.floor(outside / header.width)}, column ${outside % header.width} has palette index ` +
        `${values[outside]}, but the palette has ${colours} colours; save the file again`,
    );
  return { width: header.width, height: header.height, values };
}

/** Splits the file; checks lengths, checksums and order. */
function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = pngSignature.length;
  for (;;) {
    const length = at + 12 <= bytes.length ? view.getUint32(at) : Number.POSITIVE_INFINITY;
    if (at + 12 + length > bytes.length)
      throw new RangeError("the PNG is truncated: it ends inside a chunk; save the file again");
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(type))
      throw new RangeError("the PNG is damaged: a chunk has no name; save it again");
    if (view.getUint32(at + 8 + length) !== crc32(bytes.subarray(at + 4, at + 8 + length)))
      throw new RangeError(`the PNG is damaged: chunk ${type} fails its checksum; save the file again`);
    if (/^[A-Z]/.test(type) && !["IHDR", "PLTE", "IDAT", "IEND"].includes(type))
      throw new RangeError(`the PNG needs chunk ${type}, which this reader does not know`);
    const previous = chunks.at(-1)?.type;
    if (type === "IDAT" && previous !== "IDAT" && chunks.some((chunk) => chunk.type === "IDAT"))
      throw new RangeError("the PNG is damaged: its image data are interrupted; save the file again");
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === "IEND") return chunks;
    at += 12 + length;
    // An empty header or a flood of empty chunks would only waste time: no real label image has thousands of them.
    if (chunks.length > 20_000)
      throw new RangeError("the PNG has more than 20000 chunks; save the file again");
    if (chunks.length === 1 && type !== "IHDR")
      throw new RangeError("the PNG is damaged: no header comes first");
  }
}

/** Checks everything that the header promises, the size first. */
function headerOf(chunk: Chunk | undefined, limit: number): PngHeader {
  if (chunk?.type !== "IHDR" || chunk.data.length !== 13)
    throw new RangeError("the PNG is damaged: its header is not one; save the file again");
  const view = new DataView(chunk.data.buffer, chunk.data.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, compression, filter, interlace] = chunk.data.subarray(8);
  if (width === 0 || height === 0) throw new RangeError("the PNG has no pixels");
  if (width > limit || height > limit)
    throw new RangeError(
      `the image is ${width} × ${height}; at most ${limit} × ${limit} pixels are read, so crop it`,
    );
  if (colour === 2 || colour === 6 || colour === 4)
    throw new RangeError(
      "the PNG stores colours or transparency, as pasted pictures do, not labels; give the file of a palette or grey image",
    );
  const depths = colour === 0 ? [1, 2, 4, 8, 16] : colour === 3 ? [1, 2, 4, 8] : [];
  if (!depths.includes(depth!) || compression !== 0 || filter !== 0 || interlace! > 1)
    throw new RangeError(
      "the PNG is damaged: its header names a form that does not exist; save the file again",
    );
  return {
    width,
    height,
    depth: depth!,
    kind: colour === 3 ? "palette" : "grey",
    interlaced: interlace === 1,
  };
}

function paletteSize(chunks: readonly Chunk[], depth: number): number {
  const at = chunks.findIndex(({ type }) => type === "PLTE");
  const length = chunks[at]?.data.length ?? 0;
  if (at < 0 || at > chunks.findIndex(({ type }) => type === "IDAT") || length === 0 || length % 3 !== 0)
    throw new RangeError("the PNG is damaged: its palette is missing or broken; save the file again");
  if (length / 3 > 2 ** depth)
    throw new RangeError(`the PNG's palette has ${length / 3} colours, its depth allows fewer`);
  return length / 3;
}

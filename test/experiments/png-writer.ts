import { crc32, deflateSync } from "node:zlib";

/** What a test writes: any valid combination, and by `tamper` any invalid one. */
export interface Png {
  width: number;
  height: number;
  values: ArrayLike<number>;
  depth: 1 | 2 | 4 | 8 | 16;
  colour?: 0 | 2 | 3 | 4 | 6;
  palette?: number;
  interlaced?: boolean;
  /** Filter of each line, used in turn. */
  filters?: readonly number[];
  /** Number of IDAT chunks. */
  parts?: number;
  /** Replaces the raw lines before they are compressed. */
  raw?: Uint8Array;
  level?: number;
}

export function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, "latin1");
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

export const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

export function header(
  width: number,
  height: number,
  depth: number,
  colour: number,
  interlace: number,
): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colour, 0, 0, interlace], 8);
  return chunk("IHDR", data);
}

/** Written from the specification and independent of the reader: filters by definition, passes by their pixel sets. */
export function writePng(png: Png): Uint8Array {
  const { width, height, depth, colour = 0, interlaced = false, parts = 1, level = 6 } = png;
  const compressed = deflateSync(png.raw ?? rawLines(png), { level });
  const size = Math.ceil(compressed.length / parts);
  return new Uint8Array(
    Buffer.concat([
      signature,
      header(width, height, depth, colour, Number(interlaced)),
      ...(colour === 3 ? [chunk("PLTE", new Uint8Array(3 * (png.palette ?? 2 ** depth)))] : []),
      ...Array.from({ length: parts }, (_, k) =>
        chunk("IDAT", compressed.subarray(k * size, (k + 1) * size)),
      ),
      chunk("IEND", new Uint8Array(0)),
    ]),
  );
}

/** The 8 × 8 pattern of the specification: in which pass each pixel comes. */
const pattern = [
  "16462646",
  "77777777",
  "56565656",
  "77777777",
  "36463646",
  "77777777",
  "56565656",
  "77777777",
];

function rawLines({ width, height, values, depth, interlaced = false, filters = [0] }: Png): Buffer {
  const lines: Buffer[] = [];
  for (const pass of interlaced ? "1234567" : "0") {
    let previous: Buffer | undefined;
    for (let y = 0; y < height; y++) {
      const row: number[] = [];
      for (let x = 0; x < width; x++)
        if (pass === "0" || pattern[y % 8]![x % 8] === pass) row.push(values[y * width + x]!);
      if (row.length === 0) continue;
      const bits = row.map((value) => value.toString(2).padStart(depth, "0")).join("");
      const line = Buffer.from(bits.match(/.{1,8}/g)!.map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2)));
      lines.push(filtered(line, previous, filters[lines.length % filters.length]!, Math.ceil(depth / 8)));
      previous = line;
    }
  }
  return Buffer.concat(lines);
}

function filtered(line: Buffer, previous: Buffer | undefined, filter: number, unit: number): Buffer {
  return Buffer.from([
    filter,
    ...line.map((byte, i) => {
      const a = line[i - unit] ?? 0;
      const b = previous?.[i] ?? 0;
      const c = (i >= unit ? previous?.[i - unit] : undefined) ?? 0;
      const near = [a, b, c].reduce(
        (best, v) => (Math.abs(a + b - c - v) < Math.abs(a + b - c - best) ? v : best),
        a,
      );
      return byte - [0, a, b, Math.floor((a + b) / 2), near][filter]!;
    }),
  ]);
}

import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LabelImage, readLabelImage } from "../../src/experiments/label-image.ts";
import { readPng } from "../../src/experiments/png.ts";
import { effortOf } from "../effort.ts";
import { npy } from "./npy-writer.ts";
import { chunk, header, type Png, signature, writePng } from "./png-writer.ts";

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const simple: Png = { width: 3, height: 2, depth: 8, values: [0, 1, 2, 2, 1, 0] };

/** Any valid label PNG of up to 20 × 20 pixels. */
const anyPng = fc
  .record({
    width: fc.integer({ min: 1, max: 20 }),
    height: fc.integer({ min: 1, max: 20 }),
    form: fc.constantFrom<[0 | 3, Png["depth"]]>(
      [0, 1],
      [0, 2],
      [0, 4],
      [0, 8],
      [0, 16],
      [3, 1],
      [3, 2],
      [3, 4],
      [3, 8],
    ),
    interlaced: fc.boolean(),
    filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
    parts: fc.integer({ min: 1, max: 4 }),
    level: fc.constantFrom(0, 6),
    seed: fc.array(fc.nat(65535), { minLength: 1, maxLength: 400 }),
  })
  .map(({ form: [colour, depth], seed, ...rest }): Png => {
    const values = Array.from(
      { length: rest.width * rest.height },
      (_, i) => seed[i % seed.length]! % 2 ** depth,
    );
    return { ...rest, colour, depth, values };
  });

describe("readPng", () => {
  it("readPng() gives back every value of every grey and palette form, interlaced and sub-byte ones too", () => {
    fc.assert(
      fc.property(anyPng, (png) => {
        const read = readPng(writePng(png), 4096);
        expect([read.width, read.height]).toEqual([png.width, png.height]);
        expect([...read.values]).toEqual([...(png.values as number[])]);
      }),
      { numRuns: 300 },
    );
  });

  it("a PNG with any one byte changed or cut is read as it was or refused in one sentence, never anything else", () => {
    fc.assert(
      fc.property(
        anyPng,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (png, where, change, cut) => {
          const file = writePng(png);
          const at = where % file.length;
          const damaged = cut ? file.slice(0, at) : file.with(at, file[at]! ^ change);
          try {
            expect(readLabelImage(damaged).labels.length).toBe(png.width * png.height);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
            expect((error as Error).message).toMatch(/^[^\n]{10,200}$/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("a bit flipped inside the compressed data with its chunk's checksum repaired is refused or read right", () => {
    const side = 40;
    const lines = Uint8Array.from({ length: side * (side + 1) }, (_, i) =>
      i % (side + 1) === 0 ? 0 : i % 5,
    );
    const compressed = deflateSync(lines);
    const read = (data: Uint8Array) => {
      const parts = [
        signature,
        header(side, side, 8, 0, 0),
        chunk("IDAT", data),
        chunk("IEND", new Uint8Array()),
      ];
      return readPng(new Uint8Array(Buffer.concat(parts)), 4096).values;
    };
    const truth = read(compressed);
    let refused = 0;
    fc.assert(
      fc.property(fc.nat(compressed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = compressed.map((byte, i) => (i === at ? byte ^ change : byte));
        try {
          // Some bits of a deflate stream mean nothing, such as the code length of a symbol that never comes.
          expect(read(damaged)).toEqual(truth);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          refused += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(200);
  });
});

describe("readLabelImage", () => {
  it("readLabelImage(png) numbers the values that occur in ascending order", () => {
    const image = readLabelImage(
      writePng({ ...simple, depth: 16, values: [0, 40_000, 255, 255, 40_000, 0] }),
    );
    expect(image).toEqual<LabelImage>({
      width: 3,
      height: 2,
      labels: Uint8Array.of(0, 2, 1, 1, 2, 0),
      values: [0, 255, 40_000],
    });
  });

  it("readLabelImage(npy) reads both byte orders and both axis orders", () => {
    const labels = [0, 1, 2, 2, 1, 0];
    const expected = readLabelImage(writePng(simple));
    expect(readLabelImage(npy("|u1", "2, 3", Uint8Array.from(labels)))).toEqual(expected);
    const big = Uint8Array.from(labels.flatMap((n) => [0, n]));
    const little = Uint8Array.from(labels.flatMap((n) => [n, 0, 0, 0, 0, 0, 0, 0]));
    expect(readLabelImage(npy(">u2", "2, 3", big))).toEqual(expected);
    expect(readLabelImage(npy("<i8", "2, 3", little))).toEqual(expected);
    expect(readLabelImage(npy("|u1", "2, 3", Uint8Array.of(0, 2, 1, 1, 2, 0), "True"))).toEqual(expected);
  });

  const huge = new Uint8Array(
    Buffer.concat([signature, header(5000, 5000, 8, 0, 0), chunk("IEND", new Uint8Array())]),
  );
  const broken = writePng(simple);
  broken[broken.length - 20]! ^= 1;
  const latin = (file: Uint8Array) => String.fromCharCode(...file);
  const fields = bytes(
    latin(npy("|u1", "2, 3", new Uint8Array(6))).replace(/'\|u1'(.*?) {10}/, "[('a', '|u1')]$1"),
  );
  const refusals: [string, Uint8Array, RegExp][] = [
    ["an empty file", new Uint8Array(), /the file is empty/],
    ["text", bytes("hello"), /no image that this page knows/],
    ["SVG", bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), /markup/],
    ["SVG behind an XML declaration", bytes('<?xml version="1.0"?><svg/>'), /markup/],
    ["SVG behind a byte order mark and a comment", bytes("\xef\xbb\xbf<!-- a --><svg/>"), /markup/],
    ["JPEG", Uint8Array.of(255, 216, 255, 224), /JPEG/],
    ["an image over 4096 × 4096 by its header", huge, /5000 × 5000; at most 4096/],
    ["a file over 20 MB", new Uint8Array(20_000_001), /20.0 MB/],
    ["a truncated file", writePng(simple).slice(0, 60), /truncated/],
    ["a bad checksum", broken, /checksum/],
    [
      "a palette index out of range",
      writePng({ ...simple, colour: 3, palette: 2 }),
      /row 0, column 2 has palette index 2, but the palette has 2 colours; save the file again$/,
    ],
    [
      "more than 16 classes",
      writePng({ ...simple, width: 17, height: 1, values: [...Array(17).keys()] }),
      /16 classes/,
    ],
    ["a colour PNG", writePng({ ...simple, colour: 2, raw: new Uint8Array(20) }), /colours or transparency/],
    ["too few pixels", writePng({ ...simple, raw: new Uint8Array(7) }), /truncated: 7 of 8 bytes/],
    ["floats", npy("<f4", "2, 3", new Uint8Array(24)), /not whole numbers/],
    ["an empty array", npy("|u1", "0, 3", new Uint8Array()), /is empty; give one with pixels/],
    ["an array of records", fields, /holds named fields, not whole numbers/],
    ["three axes", npy("|u1", "1, 2, 3", new Uint8Array(6)), /two axes/],
    ["an array cut short", npy("|u1", "2, 3", new Uint8Array(5)), /5 bytes of data, its shape needs 6/],
    ["a negative label", npy("|i1", "1, 2", Uint8Array.of(255, 0)), /row 0, column 0 is -1/],
    ["an array too large by its header", npy("|u1", "99999, 1", new Uint8Array(1)), /at most 4096/],
  ];
  it.each(refusals)("readLabelImage() refuses %s in one sentence", (_name, file, message) => {
    expect(() => readLabelImage(file)).toThrow(message);
    expect(() => readLabelImage(file)).toThrow(/^[^\n]{10,200}$/);
  });

  it("any bytes, behind the first bytes of either format too, are read or refused in one sentence", () => {
    const starts = [
      [],
      [...signature],
      [...npy("|u1", "2, 3", new Uint8Array())],
      [0x93, ...bytes("NUMPY"), 1, 0],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        try {
          readLabelImage(Uint8Array.from([...start, ...rest]));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          expect((error as Error).message).toMatch(/^[^\n]{10,300}$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a decompression bomb of 15 MB that would inflate to 15 GB is refused at once with memory flat", () => {
    const block = deflateSync(new Uint8Array(2 ** 26), { level: 9 });
    const bomb = Buffer.concat([block, Buffer.alloc(15_000_000, block.subarray(1000, 40_000))]);
    const file = Buffer.concat([
      signature,
      header(8, 8, 8, 0, 0),
      chunk("IDAT", bomb),
      chunk("IEND", new Uint8Array()),
    ]);
    const before = process.memoryUsage().rss;
    const [, effort] = effortOf(() =>
      expect(() => readLabelImage(new Uint8Array(file))).toThrow(/more bytes than the header says/),
    );
    expect(effort).toBeLessThan(1500);
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });
});

import type { Raster } from "./png.ts";

/** How many bytes an element has, and how to read one. */
const readers: Record<string, [number, (view: DataView, at: number) => number]> = {
  "|b1": [1, (view, at) => view.getUint8(at)],
  "|u1": [1, (view, at) => view.getUint8(at)],
  "|i1": [1, (view, at) => view.getInt8(at)],
  "<u2": [2, (view, at) => view.getUint16(at, true)],
  ">u2": [2, (view, at) => view.getUint16(at)],
  "<i2": [2, (view, at) => view.getInt16(at, true)],
  ">i2": [2, (view, at) => view.getInt16(at)],
  "<u4": [4, (view, at) => view.getUint32(at, true)],
  ">u4": [4, (view, at) => view.getUint32(at)],
  "<i4": [4, (view, at) => view.getInt32(at, true)],
  ">i4": [4, (view, at) => view.getInt32(at)],
  "<u8": [8, (view, at) => Number(view.getBigUint64(at, true))],
  ">u8": [8, (view, at) => Number(view.getBigUint64(at))],
  "<i8": [8, (view, at) => Number(view.getBigInt64(at, true))],
  ">i8": [8, (view, at) => Number(view.getBigInt64(at))],
};

export const npySignature = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;

/**
 * Reads a NumPy `.npy` array of whole numbers with two axes, height and width, of either byte and axis order.
 * Labels must lie in 0..65535. Throws RangeError, one sentence.
 */
export function readNpy(bytes: Uint8Array, limit: number): Raster {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[6] ?? 0;
  const start = version === 1 ? 10 : 12;
  if (bytes.length < start || version < 1 || version > 3)
    throw new RangeError(
      "the .npy file is truncated or of an unknown version; save it again with numpy.save",
    );
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > 10_000 || start + length > bytes.length)
    throw new RangeError("the .npy file is truncated in its header; save it again with numpy.save");
  const header = String.fromCharCode(...bytes.subarray(start, start + length));
  const descr = /'descr': *'([^']*)'/.exec(header)?.[1] ?? "named fields";
  const fortran = /'fortran_order': *(True|False)/.exec(header)?.[1];
  const axes = /'shape': *\(([^)]*)\)/.exec(header)?.[1];
  if (fortran === undefined || axes === undefined)
    throw new RangeError("the .npy header is damaged; save the array again with numpy.save");
  const reader = readers[descr];
  if (!reader)
    throw new RangeError(
      `the .npy array holds ${descr}, not whole numbers; convert it with .astype("uint8"), or "uint16" for labels over 255`,
    );
  const shape = axes
    .split(",")
    .map((axis) => axis.trim())
    .filter((axis) => axis !== "")
    .map(Number);
  const [height, width] = shape;
  if (shape.includes(0)) throw new RangeError("the .npy array is empty; give one with pixels in it");
  if (shape.length !== 2 || !(height! > 0) || !(width! > 0))
    throw new RangeError(`the .npy array has shape (${axes}); give one of two axes, height and width`);
  if (height! > limit || width! > limit)
    throw new RangeError(
      `the array is ${width} × ${height}; at most ${limit} × ${limit} pixels are read, so crop it`,
    );
  return elements(view, start + length, reader, {
    height: height!,
    width: width!,
    fortran: fortran === "True",
  });
}

function elements(
  view: DataView,
  start: number,
  [size, read]: [number, (view: DataView, at: number) => number],
  { height, width, fortran }: { height: number; width: number; fortran: boolean },
): Raster {
  if (view.byteLength - start !== size * height * width)
    throw new RangeError(
      `the .npy file holds ${view.byteLength - start} bytes of data, its shape needs ${size * height * width}; save it again`,
    );
  const values = new Uint16Array(height * width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const value = read(view, start + size * (fortran ? x * height + y : y * width + x));
      if (!(value >= 0 && value <= 65535))
        throw new RangeError(`the label at row ${y}, column ${x} is ${value}; labels must lie in 0..65535`);
      values[y * width + x] = value;
    }
  return { width, height, values };
}

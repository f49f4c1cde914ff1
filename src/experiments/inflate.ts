import { Unzlib } from "fflate";
import { adler32 } from "./checksums.ts";

/**
 * Inflates a zlib stream that must hold exactly `size` bytes. It is fed in small pieces and stopped at the first byte
 * too many, so that a decompression bomb costs neither memory nor time. Errors are sentences about "the image data".
 */
export function inflated(parts: readonly Uint8Array[], size: number): Uint8Array {
  const out = new Uint8Array(size);
  let filled = 0;
  const stream = new Unzlib((chunk) => {
    if (filled + chunk.length > size)
      throw new RangeError("the image data inflate to more bytes than the header says; this file is refused");
    out.set(chunk, filled);
    filled += chunk.length;
  });
  const compressed = joined(parts);
  try {
    // Deflate expands at most 1032-fold, so a piece of 4 KiB never needs more than some 4 MB at once.
    for (let from = 0; from < compressed.length; from += 4096)
      stream.push(compressed.subarray(from, from + 4096), false);
    stream.push(new Uint8Array(0), true);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new RangeError("the image data are damaged: they cannot be inflated; save the file again");
  }
  if (filled < size)
    throw new RangeError(`the image data are truncated: ${filled} of ${size} bytes; save the file again`);
  const view = new DataView(compressed.buffer, compressed.byteOffset + compressed.length - 4, 4);
  if (view.getUint32(0) !== adler32(out))
    throw new RangeError("the image data fail their checksum; save the file again");
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

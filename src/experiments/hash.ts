/**
 * A 64-bit fingerprint of the bytes of typed arrays, as 16 hexadecimal digits: FNV-1a twice with different offsets.
 * It tells two results apart; it protects against nothing. Byte order is that of the machine, little-endian everywhere
 * that this site runs.
 */
export function fingerprint(...arrays: readonly ArrayBufferView[]): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const array of arrays)
    for (const byte of new Uint8Array(array.buffer, array.byteOffset, array.byteLength)) {
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x85ebca6b) ^ (b >>> 13);
    }
  return [a, b].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

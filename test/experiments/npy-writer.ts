const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** An array file of version 1.0 with the header that NumPy writes, or a wrong one. */
export function npy(descr: string, shape: string, data: Uint8Array, fortran = "False"): Uint8Array {
  const text = `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': (${shape}), }`.padEnd(118);
  return new Uint8Array([
    0x93,
    ...bytes("NUMPY"),
    1,
    0,
    text.length & 255,
    text.length >> 8,
    ...bytes(text),
    ...data,
  ]);
}

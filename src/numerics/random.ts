/**
 * A seeded stream of 32-bit numbers: sfc32 (Chris Doty-Humphrey, PractRand), seeded by splitmix32.
 * It uses integer operations only, so the same seed gives the same bits in every engine.
 */
export interface Random {
  /** The next integer in 0..2³²−1. */
  uint32(): number;
  /** The next double in [0, 1), a multiple of 2⁻³². */
  uniform(): number;
  /** The next integer in 0..n−1. */
  below(n: number): number;
  /** Mean 0, variance 1: a sum of twelve 16-bit uniforms, exact in doubles, so that no engine differs. */
  normal(): number;
}

/** The stream of a seed. Equal seeds give equal streams; any 32-bit integer is a good seed. */
export function random(seed: number): Random {
  let mixed = seed | 0;
  const splitmix32 = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let t = mixed ^ (mixed >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let a = splitmix32();
  let b = splitmix32();
  let c = splitmix32();
  let counter = 1;
  const uint32 = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) uint32();
  const uniform = () => uint32() / 4294967296;
  return {
    uint32,
    uniform,
    below: (n) => Math.floor(uniform() * n),
    normal() {
      let sum = 0;
      for (let i = 0; i < 6; i++) {
        const bits = uint32();
        sum += (bits & 0xffff) + (bits >>> 16);
      }
      // Each half has mean 32767.5 and variance (2³²−1)/12, so twelve of them have variance 2³²−1.
      return (sum - 393210) / 65536;
    },
  };
}

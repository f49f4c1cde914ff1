/**
 * log and log1p by + − × ÷ only, so that every engine returns the same bits.
 *
 * x = 2^e · m with √½ ≤ m < √2; with s = (m − 1)/(m + 1), log m = 2·(s + s³/3 + s⁵/5 + …), |s| ≤ 0.1716.
 */
const ln2High = 0.6931471675634384; // its last 27 bits zero, so that e · ln2High is exact
const ln2Low = 1.2996506893889889e-8;
const sqrt2 = Math.SQRT2;

const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);
const top = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0; // the word that holds the exponent

/** The natural logarithm: −Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let e = 0;
  view[0] = x;
  if (x < 2.2250738585072014e-308) {
    view[0] = x * 18014398509481984; // 2^54 lifts a denormal into the normal range.
    e = -54;
  }
  const word = words[top]!;
  e += (word >>> 20) - 1023;
  words[top] = (word & 0xfffff) | 0x3ff00000;
  let m = view[0]!;
  if (m >= sqrt2) {
    m *= 0.5;
    e += 1;
  }
  return e * ln2High + (logOfMantissa(m - 1) + e * ln2Low);
}

/** log(1 + x), exact in the small: log1p(1e-20) is 1e-20. */
export function log1p(x: number): number {
  if (x > -0.2928 && x < 0.4142) return logOfMantissa(x);
  const sum = 1 + x;
  // The first-order correction for what rounding 1 + x has lost.
  return sum > 0 && sum < Number.POSITIVE_INFINITY ? log(sum) + (x - (sum - 1)) / sum : log(sum);
}

/** log(1 + f) for 1 + f between √½ and √2: f − f²/2 + s·(f²/2 + R), which keeps f itself exact. */
function logOfMantissa(f: number): number {
  const s = f / (2 + f);
  const t = s * s;
  const half = 0.5 * f * f;
  const tail =
    t *
    (2 / 3 +
      t *
        (2 / 5 +
          t *
            (2 / 7 +
              t *
                (2 / 9 +
                  t * (2 / 11 + t * (2 / 13 + t * (2 / 15 + t * (2 / 17 + t * (2 / 19 + t * (2 / 21))))))))));
  return f - (half - s * (half + tail));
}

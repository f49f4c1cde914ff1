/**
 * exp by + − × only, so that every engine returns the same bits; Math.exp differs between engines in the last bit.
 *
 * x = (64·e + j)·ln2/64 + r with |r| ≤ ln2/128, so exp(x) = 2^e · 2^(j/64) · (1 + r + r²/2 + … + r⁵/120).
 * The error is below one unit in the last place. exp(x) is 0 below −745.13 and Infinity above 709.78, as Math.exp.
 */
const steps = 64;
const perStep = 92.33248261689366; // 64 / ln 2
const stepHigh = 0.010830424493178725; // ln 2 / 64, its last 27 bits zero, so that k · stepHigh is exact
const stepLow = 2.030704202170295e-10;

/** 2^(j/64), the leading double: powers of 2^(1/64) in twice the precision of a double. */
const fractions = new Float64Array(steps);

/** 2^e for e = −1074 … 1023, by halving and doubling, which is exact. */
const powers = new Float64Array(2098);
const zeroPower = 1074;

fillTables();

export function exp(x: number): number {
  if (x > -708 && x < 709) {
    const k = Math.floor(x * perStep + 0.5) | 0;
    return mantissa(x, k) * powers[(k >> 6) + zeroPower]!;
  }
  return extreme(x);
}

/** 2^(j/64) · exp(r), the part of exp(x) that lies between ½ and 2. */
function mantissa(x: number, k: number): number {
  const r = x - k * stepHigh - k * stepLow;
  const base = fractions[k & 63]!;
  return base + base * (r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
}

/** The outermost binades, in two steps since 2^1024 and 2^−1075 are no doubles; zero, infinity and NaN. */
function extreme(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x * perStep + 0.5) | 0;
  const e = k >> 6;
  return x > 0
    ? mantissa(x, k) * 2 * powers[e - 1 + zeroPower]!
    : (mantissa(x, k) / 2) * powers[e + 1 + zeroPower]!;
}

function fillTables() {
  powers[zeroPower] = 1;
  for (let e = 1; e <= 1023; e++) powers[zeroPower + e] = powers[zeroPower + e - 1]! * 2;
  for (let e = 1; e <= 1074; e++) powers[zeroPower - e] = powers[zeroPower - e + 1]! / 2;
  const rootHigh = 1.0108892860517005;
  const rootLow = -1.5234778603368577e-17;
  let high = 1;
  let low = 0;
  for (let j = 0; j < steps; j++) {
    fractions[j] = high + low;
    const product = high * rootHigh;
    const rest = productError(high, rootHigh, product) + high * rootLow + low * rootHigh;
    high = product + rest;
    low = product - high + rest;
  }
}

/** a·b − fl(a·b), exactly (Veltkamp and Dekker's splitting). */
function productError(a: number, b: number, product: number): number {
  const splitter = 134217729;
  const aHigh = a * splitter - (a * splitter - a);
  const bHigh = b * splitter - (b * splitter - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

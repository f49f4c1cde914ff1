/**
 * log and log1p by + − × ÷ only, so that every engine returns the same bits.
 *
 * x = 2^e · c · (1 + r) with c the nearest of 1, 1 + 1/128, …, 2, the ones above √2 halved, so |r| ≤ 1/256 and
 * log x = e·ln 2 + log c + (r − r²/2 + … + r⁷/7). Around x = 1 all three are small, so no digit is lost.
 */
const ln2High = 0.6931471675634384; // its last 27 bits zero, so that e · ln2High is exact
const ln2Low = 1.2996506893889889e-8;
const steps = 128;

const halved = 53; // 1 + 53/128 is the first c not below √2

/** log c, or log c/2, in two parts: their sum carries more than a double. */
const logHigh = new Float64Array(steps + 1);
const logLow = new Float64Array(steps + 1);

/** 2^(1023 − e) for the biased exponents e of normal doubles: a product with it brings x into 1 … 2, exactly. */
const scales = new Float64Array(2047);

const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);
const top = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0; // the word that holds the exponent

fillTables();

/** The natural logarithm: −Infinity at 0, NaN below. */
export function log(x: number): number {
  if (x >= 2.2250738585072014e-308 && x <= Number.MAX_VALUE) return logOfNormal(x, 0);
  if (x > 0 && x < 1) return logOfNormal(x * 18014398509481984, -54); // 2^54 lifts a denormal into the normal range.
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x > 0 ? x : Number.NaN;
}

/** log(1 + x), exact in the small: log1p(1e-20) is 1e-20. */
export function log1p(x: number): number {
  if (x > -1 / 256 && x < 1 / 256) return series(x);
  const sum = 1 + x;
  if (!(sum > 0 && sum <= Number.MAX_VALUE)) return log(sum);
  // To first order, what rounding 1 + x has lost.
  return logOfNormal(sum, 0) + (x - (sum - 1)) / sum;
}

function logOfNormal(x: number, exponent: number): number {
  view[0] = x;
  const word = words[top]!;
  const j = ((word & 0xfffff) + 0x1000) >>> 13;
  // One less below √2, by arithmetic: a branch here is taken every other time.
  const e = exponent + (word >>> 20) - 1022 + ((j - halved) >> 31);
  const c = 1 + j / steps;
  const r = (x * scales[word >>> 20]! - c) / c;
  return e * ln2High + logHigh[j]! + (e * ln2Low + logLow[j]! + series(r));
}

/** log(1 + r) for |r| ≤ 1/256. */
function series(r: number): number {
  return r - r * r * (0.5 - r * (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7))))));
}

/** log c = 2·(s + s³/3 + s⁵/5 + …), s = (c − 1)/(c + 1), its leading part with the last 27 bits zero. */
function fillTables() {
  scales[1023] = 1;
  for (let e = 1024; e <= 2046; e++) scales[e] = scales[e - 1]! / 2;
  for (let e = 1022; e >= 1; e--) scales[e] = scales[e + 1]! * 2;
  for (let j = 0; j <= steps; j++) {
    const c = (1 + j / steps) / (j < halved ? 1 : 2);
    const s = (c - 1) / (c + 1);
    let sum = 0;
    for (let n = 41; n >= 1; n -= 2) sum = sum * s * s + 2 / n;
    const whole = sum * s;
    const high = whole * 134217729 - (whole * 134217729 - whole); // Veltkamp's split
    logHigh[j] = high;
    logLow[j] = whole - high;
  }
}

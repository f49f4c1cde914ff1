/** Named numbers of a record: scalars, or arrays aligned with the record's classes. */
export type Values = Readonly<Record<string, number | readonly number[]>>;

/** A derived record: pure, given the raw values of the records that its `from` names. */
export type Derivation = (records: Readonly<Record<string, Values>>) => Values;

function scalar(records: Readonly<Record<string, Values>>, id: string, name: string): number {
  const value = records[id]?.[name];
  if (typeof value !== "number") throw new RangeError(`${id}.${name}: one number expected`);
  return value;
}

function list(records: Readonly<Record<string, Values>>, id: string, name: string): readonly number[] {
  const value = records[id]?.[name];
  if (typeof value !== "object") throw new RangeError(`${id}.${name}: one number for each class expected`);
  return value;
}

const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0);
const mean = (xs: readonly number[]) => sum(xs) / xs.length;
const weighted = (xs: readonly number[], weights: readonly number[]) =>
  sum(xs.map((x, i) => x * (weights[i] ?? Number.NaN)));

/** F1 of one class from its IoU, exact only when both come from the same pooled counts. */
const pooledF1 = (iou: number) => (2 * iou) / (1 + iou);

/** Background first; only the background's share is published, so the curves share the rest equally. */
function shares(records: Readonly<Record<string, Values>>): readonly number[] {
  const background = scalar(records, "reference-task", "background-share");
  const curves = scalar(records, "reference-task", "class-count") - 1;
  return [background, ...Array.from({ length: curves }, () => (1 - background) / curves)];
}

/**
 * A predictor that answers background everywhere: every background pixel is a hit and every curve pixel a stray of
 * the background class, so its IoU is the background's share and the curves score nothing.
 */
function allBackgroundIou(records: Readonly<Record<string, Values>>): readonly number[] {
  return shares(records).map((share, i) => (i === 0 ? share : 0));
}

/** |d FL/dx| over |d CE/dx| at the probability p of the true class; from appendix B of lin2017focal. */
const focalRatio = (p: number, gamma: number) => (1 - p) ** (gamma - 1) * (1 - p - gamma * p * Math.log(p));

/** Derivative in p of the expected focal loss of a pixel that is foreground with probability eta. */
function focalExpectationSlope(p: number, eta: number, gamma: number): number {
  const branch = (q: number) => gamma * (1 - q) ** (gamma - 1) * Math.log(q) - (1 - q) ** gamma / q;
  return eta * branch(p) - (1 - eta) * branch(1 - p);
}

/** Root of a function that changes sign between low and high, by bisection to the last bit. */
function root(f: (x: number) => number, low: number, high: number): number {
  const rising = f(high) > 0;
  let [a, b] = [low, high];
  for (let step = 0; step < 200; step++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0 === rising) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

/** Largest value of a function with one summit between low and high, by golden-section search. */
function summit(f: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  for (let step = 0; step < 100; step++) {
    const [left, right] = [b - golden * (b - a), a + golden * (b - a)];
    if (f(left) > f(right)) b = right;
    else a = left;
  }
  return f((a + b) / 2);
}

/** |d (1 − TI)^exponent / d TI|. */
const focalTverskySlope = (ti: number, exponent: number) => exponent * (1 - ti) ** (exponent - 1);

/** What each derived record of content/measurements computes, by the name in its `derivation`. */
export const derivations: Readonly<Record<string, Derivation>> = {
  "class-shares": (r) => ({ share: shares(r) }),
  "mean-iou": (r) => ({ value: mean(list(r, "dice-baseline", "iou")) }),
  "mean-f1": (r) => ({ value: mean(list(r, "dice-baseline", "f1")) }),
  "curve-mean-iou": (r) => ({ value: mean(list(r, "dice-baseline", "iou").slice(1)) }),
  "curve-mean-f1": (r) => ({ value: mean(list(r, "dice-baseline", "f1").slice(1)) }),
  "frequency-weighted-f1": (r) => ({ value: weighted(list(r, "dice-baseline", "f1"), shares(r)) }),
  "frequency-weighted-iou": (r) => ({ value: weighted(list(r, "dice-baseline", "iou"), shares(r)) }),
  "all-background": (r) => ({
    iou: allBackgroundIou(r),
    f1: allBackgroundIou(r).map(pooledF1),
    "mean-iou": mean(allBackgroundIou(r)),
    "mean-f1": mean(allBackgroundIou(r).map(pooledF1)),
    "curve-mean": mean(allBackgroundIou(r).slice(1)),
    // Accuracy counts hits over all pixels, which is the background's share again.
    accuracy: shares(r)[0] ?? Number.NaN,
  }),
  "all-background-weighted-iou": (r) => ({ value: weighted(allBackgroundIou(r), shares(r)) }),
  "all-background-weighted-f1": (r) => ({
    value: weighted(allBackgroundIou(r).map(pooledF1), shares(r)),
  }),
  "f1-from-iou": (r) => {
    const f1 = list(r, "dice-baseline", "iou").map(pooledF1);
    return {
      f1,
      excess: list(r, "dice-baseline", "f1").map((measured, i) => (f1[i] ?? Number.NaN) - measured),
    };
  },
  "companion-f1-from-iou": (r) => ({
    value: pooledF1(scalar(r, "companion-curve-evaluation", "peak-iou")),
  }),
  "trace-error-reduction": (r) => ({
    value: 1 - scalar(r, "trace-error", "tversky") / scalar(r, "trace-error", "dice"),
  }),
  "imbalance-ratio": (r) => {
    const background = scalar(r, "reference-task", "background-share");
    return { value: background / (1 - background) };
  },
  "focal-gradient-ratio": () => ({
    crossing: root((p) => focalRatio(p, 2) - 1, 0.1, 0.9),
    peak: summit((p) => focalRatio(p, 2), 0.001, 0.5),
  }),
  "focal-minimiser": () => ({
    "gamma-1": root((p) => focalExpectationSlope(p, 0.8, 1), 0.01, 0.99),
    "gamma-2": root((p) => focalExpectationSlope(p, 0.8, 2), 0.01, 0.99),
    "gamma-5": root((p) => focalExpectationSlope(p, 0.8, 5), 0.01, 0.99),
  }),
  "focal-tversky-slope": () => ({
    "published-unsolved": focalTverskySlope(0.1, 3 / 4),
    "published-solved": focalTverskySlope(0.99, 3 / 4),
    "reciprocal-unsolved": focalTverskySlope(0.1, 4 / 3),
    "reciprocal-solved": focalTverskySlope(0.99, 4 / 3),
  }),
  // One more miss lowers the index as (α·FP + β·G) strays do for each α·TP, with G = TP + FN pixels of truth.
  "tversky-miss-cost": () => {
    const [tp, fp, fn, alpha, beta] = [10, 5, 10, 0.5, 0.5];
    return { value: (alpha * fp + beta * (tp + fn)) / (alpha * tp) };
  },
};

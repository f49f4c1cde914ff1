import { log } from "../numerics/log.ts";
import type { Convention } from "./convention.ts";
import type { ClassCounts } from "./counts.ts";
import type { Counts, OverlapLoss, Shape } from "./loss.ts";
import { classShares, weightOf } from "./reduction.ts";
import { volumeWeights } from "./volume.ts";

/** One value, or one a class where classes are not reduced, and the slopes of their sum to each class's counts. */
export interface Combined {
  readonly values: readonly number[];
  readonly slopes: readonly Counts[];
}

/** A score's loss and its slopes to the counts that it was made of. */
interface Scored {
  readonly u: number;
  readonly slope: Counts;
}

const identity: Shape = { value: (u) => u, slope: () => 1 };
const none: Counts = { tp: 0, fp: 0, fn: 0 };

/** Makes the value of an overlap loss from the soft counts of its classes; pure, so that a dial can call it. */
export function combine(
  loss: OverlapLoss,
  parameters: Readonly<Record<string, number>>,
  counts: readonly ClassCounts[],
  volumes: readonly number[],
  convention: Convention,
): Combined {
  const { absentClass, exponentOn } = convention;
  const ratio = scaled(loss.ratio(parameters), convention);
  const shape = loss.shape?.(parameters, convention) ?? identity;
  const kept = counts.map((_, n) => n).filter((n) => absentClass !== "skip" || counts[n]!.volume > 0);
  const listed = listsClasses(loss, convention);
  if (kept.length === 0)
    return { values: listed ? counts.map(() => 0) : [0], slopes: counts.map(() => none) };
  const slopes: Counts[] = counts.map(() => none);

  const pooledWeights = loss.weight
    ? volumeWeights(
        loss,
        kept.map((n) => counts[n]!),
        kept.map((n) => volumes[n]!),
        convention,
      )
    : undefined;
  if (convention.classReduction === "pooled" || (pooledWeights && convention.volumeForm === "ratio")) {
    const weights = kept.map(
      (n, at) => (pooledWeights?.[at] ?? 1) * weightOf(convention, counts[n]!.channel),
    );
    const pool = pooled(
      kept.map((n) => counts[n]!),
      weights,
    );
    const { u, slope } = score(pool, ratio, convention, pool.volume === 0);
    const outer = shape.slope(u);
    kept.forEach((n, at) => {
      slopes[n] = times(slope, outer * weights[at]!);
    });
    return { values: [shape.value(u)], slopes };
  }

  const mean = convention.classReduction === "mean" || exponentOn === "mean";
  const shares = classShares(
    kept.map((n, at) => (pooledWeights?.[at] ?? 1) * weightOf(convention, counts[n]!.channel)),
    pooledWeights ? { ...convention, divideBy: "terms" } : convention,
    mean,
  );
  const scores = kept.map((n) => score(counts[n]!, ratio, convention, counts[n]!.volume === 0));
  if (exponentOn === "mean") {
    const u = scores.reduce((sum, { u }, at) => sum + shares[at]! * u, 0);
    const outer = shape.slope(u);
    kept.forEach((n, at) => {
      slopes[n] = times(scores[at]!.slope, outer * shares[at]!);
    });
    return { values: [shape.value(u)], slopes };
  }
  kept.forEach((n, at) => {
    slopes[n] = times(scores[at]!.slope, shares[at]! * shape.slope(scores[at]!.u));
  });
  const values = scores.map(({ u }, at) => shares[at]! * shape.value(u));
  // A class that is skipped has a place in the list all the same, and costs 0 there.
  if (listed) return { values: counts.map((_, n) => values[kept.indexOf(n)] ?? 0), slopes };
  return { values: [values.reduce((a, b) => a + b, 0)], slopes };
}

/** Whether a value is left for each class: not where one division or one power makes them one already. */
export function listsClasses(
  loss: OverlapLoss,
  { classReduction, volumeForm, exponentOn }: Convention,
): boolean {
  const one = exponentOn === "mean" || (loss.weight !== undefined && volumeForm === "ratio");
  return classReduction === "none" && !one;
}

/** The ratio on the scale on which smoothing is added. */
function scaled(ratio: ReturnType<OverlapLoss["ratio"]>, { smoothingForm }: Convention) {
  const factor = smoothingForm === "own" ? 1 : (smoothingForm === "tp" ? 1 : 2) / ratio.numerator.tp;
  return { numerator: times(ratio.numerator, factor), denominator: times(ratio.denominator, factor) };
}

/** What is returned of one class's score, 1 − D unless the convention says else, and its slopes. */
function score(
  counts: ClassCounts,
  { numerator, denominator }: ReturnType<OverlapLoss["ratio"]>,
  convention: Convention,
  absent: boolean,
): Scored {
  const { absentClass, returns, smoothingNumerator, smoothingDenominator, denominatorFloor } = convention;
  if (absent && (absentClass === "zero" || absentClass === "one")) {
    return { u: returned(absentClass === "zero" ? 1 : 0, convention).u, slope: none };
  }
  const above = dot(numerator, counts) + smoothingNumerator;
  const below = dot(denominator, counts) + smoothingDenominator;
  const floored = below < denominatorFloor;
  const size = floored ? denominatorFloor : below;
  if (size === 0) {
    const place = counts.channel < 0 ? "all classes" : `class ${counts.channel}`;
    throw new RangeError(`${place}: absent from prediction and target, 0/0; set absentClass or smoothing`);
  }
  const d = above / size;
  const inside = floored ? none : denominator;
  const slopeOf = (count: keyof Counts) => (numerator[count] - d * inside[count]) / size;
  const ofScore = { tp: slopeOf("tp"), fp: slopeOf("fp"), fn: slopeOf("fn") };
  // 1 − D from the differences of the counts' weights keeps its digits near a perfect score, and is never below 0.
  const lack = floored
    ? 1 - d
    : (dot(minus(denominator, numerator), counts) + smoothingDenominator - smoothingNumerator) / size;
  const { u, outer } = returned(d, convention, lack);
  return { u: returns === "1-score" ? lack : u, slope: times(ofScore, outer) };
}

/** A score as the convention returns it, and the slope of that. */
function returned(
  d: number,
  { returns, scoreFloor }: Convention,
  lack = 1 - d,
): { u: number; outer: number } {
  if (returns === "1-score") return { u: lack, outer: -1 };
  if (returns === "-score") return { u: -d, outer: -1 };
  const held = Math.max(d, scoreFloor);
  if (held === 0)
    throw new RangeError("convention.returns: −log of a score of 0 is infinite; set scoreFloor or smoothing");
  return { u: -log(held), outer: d < scoreFloor ? 0 : -1 / held };
}

function pooled(counts: readonly ClassCounts[], weights: readonly number[]): ClassCounts {
  const sum = { tp: 0, fp: 0, fn: 0, volume: 0, channel: -1 };
  counts.forEach(({ tp, fp, fn, volume }, n) => {
    const weight = weights[n]!;
    sum.tp += weight * tp;
    sum.fp += weight * fp;
    sum.fn += weight * fn;
    sum.volume += volume;
  });
  return sum;
}

const dot = (a: Counts, b: Counts) => a.tp * b.tp + a.fp * b.fp + a.fn * b.fn;
const minus = (a: Counts, b: Counts): Counts => ({ tp: a.tp - b.tp, fp: a.fp - b.fp, fn: a.fn - b.fn });
const times = (a: Counts, by: number): Counts => ({ tp: a.tp * by, fp: a.fp * by, fn: a.fn * by });

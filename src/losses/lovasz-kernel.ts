import type { Activated } from "./activation.ts";
import type { Convention } from "./convention.ts";
import { type Checked, placeOf } from "./frame.ts";
import type { ErrorLoss } from "./loss.ts";
import { classShares, imagesOf, type Outcome, reduceUnits, weightOf } from "./reduction.ts";

/**
 * The Lovász extension of each class's set function at its errors. Ties keep the order of images and pixels: the
 * value does not depend on it, and every order gives a subgradient.
 */
export function runErrors(
  loss: ErrorLoss,
  frame: Checked,
  { p, q }: Activated,
  convention: Convention,
): Outcome {
  const { batch, classes, pixels, counted } = frame;
  const hinge = convention.surrogate === "hinge";
  if (hinge && frame.link === "none") throw new RangeError("probabilities: the Lovász hinge needs logits");
  if (convention.classReduction === "pooled") {
    throw new RangeError(
      "convention.classReduction: sorted errors cannot be pooled over classes; use mean or sum",
    );
  }
  const slopes = new Float64Array(batch * classes * pixels);
  const units = imagesOf(frame, convention);
  const unitShare = convention.reduction === "mean" ? 1 / units.length : 1;
  const perClass = convention.classReduction === "none";
  const values = new Float64Array(units.length * (perClass ? counted.length : 1));

  units.forEach(([from, to], unit) => {
    const members = counted.map((c) => membersOf(frame, c, from, to));
    const present = members.map((k) => k.some((entry) => frame.g[entry] === 1));
    const used = counted.map((_, n) => n).filter((n) => present[n] || convention.absentClass !== "skip");
    const mean = convention.classReduction !== "sum" && !perClass;
    const shares = classShares(
      used.map((n) => weightOf(convention, counted[n]!)),
      convention,
      mean,
    );
    used.forEach((n, at) => {
      const share = shares[at]!;
      const slot = perClass ? unit * counted.length + n : unit;
      if (!present[n] && convention.absentClass !== "formula") {
        values[slot]! += convention.absentClass === "one" ? share : 0;
        return;
      }
      const error = (k: number) => {
        if (!hinge) return frame.g[k] === 1 ? q[k]! : p[k]!;
        return 1 - frame.scores[k]! * (frame.g[k] === 1 ? 1 : -1);
      };
      values[slot]! += share * extend(loss, frame.g, members[n]!, error, hinge, share * unitShare, slopes);
    });
  });
  return {
    ...reduceUnits(values, convention, perClass ? counted.length : 1),
    slopes,
    to: hinge ? "logits" : "p",
  };
}

/** The entries of channel c in the unit's images that are not ignored. */
function membersOf(frame: Checked, c: number, from: number, to: number): number[] {
  const { classes, pixels, ignored, g } = frame;
  const members: number[] = [];
  for (let b = from; b < to; b++) {
    for (let i = 0; i < pixels; i++) {
      if (ignored[b * pixels + i]) continue;
      const k = (b * classes + c) * pixels + i;
      if (g[k] !== 0 && g[k] !== 1) {
        throw new RangeError(`target[${placeOf(frame, k)}]: ${g[k]} is soft; sorted errors need 0 or 1`);
      }
      members.push(k);
    }
  }
  return members;
}

function extend(
  loss: ErrorLoss,
  g: Float64Array,
  members: readonly number[],
  error: (k: number) => number,
  hinge: boolean,
  share: number,
  slopes: Float64Array,
): number {
  const sorted = members.map((k) => ({ k, error: error(k) })).sort((a, b) => b.error - a.error || a.k - b.k);
  let volume = 0;
  for (const k of members) volume += g[k]!;
  let missed = 0;
  let stray = 0;
  let sum = 0;
  for (const { k, error: m } of sorted) {
    if (hinge && m <= 0) break;
    const on = g[k] === 1;
    const weight = on ? loss.ofMiss(missed, stray, volume) : loss.ofStray(missed, stray, volume);
    if (on) missed += 1;
    else stray += 1;
    sum += weight * m;
    slopes[k] = on ? -share * weight : share * weight;
  }
  return sum;
}

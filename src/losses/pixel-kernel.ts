import type { Activated } from "./activation.ts";
import type { Convention } from "./convention.ts";
import { type Checked, placeOf } from "./frame.ts";
import type { PixelLoss } from "./loss.ts";
import { imagesOf, type Outcome, reduceUnits, weightOf } from "./reduction.ts";

/** A loss over pixels: terms g · f(p) and, behind a sigmoid, (1 − g) · f(1 − p); slopes are to log p and log q. */
export function runPixels(
  loss: PixelLoss,
  parameters: Readonly<Record<string, number>>,
  frame: Checked,
  { q, p, logP, logQ }: Activated,
  smoothed: Float64Array,
  convention: Convention,
): Outcome {
  const { classes, pixels, exclusive, counted, ignored } = frame;
  const { positive, negative } = loss.balance?.(parameters) ?? { positive: 1, negative: 1 };
  const slopes = new Float64Array(p.length);
  const slopesQ = new Float64Array(exclusive ? 0 : p.length);
  const listed = convention.reduction === "none";
  const list = new Float64Array(listed ? frame.batch * (exclusive ? 1 : classes) * pixels : 0);
  const units = imagesOf(frame, convention);
  const values = new Float64Array(units.length);

  const term = (weight: number, log: number, lack: number, k: number) => {
    if (weight === 0) return 0;
    const value = weight * loss.value(log, lack, parameters);
    if (value - value === 0) return value;
    throw new RangeError(
      `probabilities[${placeOf(frame, k)}]: the true side has probability 0, an infinite loss; give logits or set clip`,
    );
  };

  units.forEach(([from, to], unit) => {
    const divisor = convention.reduction === "mean" ? divisorOf(frame, convention, from, to) : 1;
    const scale = divisor === 0 ? 0 : 1 / divisor;
    const share = convention.reduction === "mean" ? scale / units.length : scale;
    let sum = 0;
    for (let b = from; b < to; b++) {
      for (const c of counted) {
        const weight = weightOf(convention, c);
        const side = c > 0 || classes === 1 || !exclusive ? positive : negative;
        for (let i = 0; i < pixels; i++) {
          if (ignored[b * pixels + i]) continue;
          const k = (b * classes + c) * pixels + i;
          const g = smoothed[k]!;
          const on = weight * side * g * (exclusive ? 1 : convention.positiveWeight);
          let value = term(on, logP[k]!, q[k]!, k);
          if (on !== 0) slopes[k] = share * on * loss.slope(logP[k]!, q[k]!, parameters);
          if (!exclusive) {
            const off = weight * negative * (1 - g);
            value += term(off, logQ[k]!, p[k]!, k);
            if (off !== 0) slopesQ[k] = share * off * loss.slope(logQ[k]!, p[k]!, parameters);
          }
          sum += value;
          if (listed) list[exclusive ? b * pixels + i : k]! += value;
        }
      }
    }
    values[unit] = sum * scale;
  });
  if (listed) return { value: Number.NaN, list, slopes, slopesQ, to: "log" };
  return { ...reduceUnits(values, { ...convention, classReduction: "mean" }), slopes, slopesQ, to: "log" };
}

/** What the mean of a unit divides by; 0 where every pixel is ignored. */
function divisorOf(frame: Checked, convention: Convention, from: number, to: number): number {
  const { classes, pixels, exclusive, counted, ignored, g } = frame;
  const { divideBy } = convention;
  const perPixel = exclusive ? 1 : counted.length;
  let divisor = 0;
  for (let b = from; b < to; b++) {
    for (let i = 0; i < pixels; i++) {
      const lost = ignored[b * pixels + i] === 1;
      if (lost && (convention.ignored !== "counted" || divideBy === "positives")) continue;
      if (divideBy === "pixels") divisor += 1;
      else if (divideBy === "elements") divisor += counted.length;
      else if (lost) divisor += perPixel;
      else {
        for (const c of counted) {
          const truth = g[(b * classes + c) * pixels + i]!;
          if (divideBy === "positives") divisor += c > 0 || classes === 1 || !exclusive ? truth : 0;
          else divisor += (divideBy === "weights" ? weightOf(convention, c) : 1) * (exclusive ? truth : 1);
        }
      }
    }
  }
  return divideBy === "positives" ? Math.max(divisor, 1) : divisor;
}

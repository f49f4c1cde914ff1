import type { Activated } from "./activation.ts";
import type { Convention } from "./convention.ts";
import { type ClassCounts, countClass, spreadSlopes } from "./counts.ts";
import type { Checked } from "./frame.ts";
import type { OverlapLoss } from "./loss.ts";
import { combine, listsClasses } from "./overlap.ts";
import { imagesOf, type Outcome, reduceUnits } from "./reduction.ts";

/** A loss over soft counts: count each class, make one value of the counts, and lead its slopes back to the pixels. */
export function runOverlap(
  loss: OverlapLoss,
  parameters: Readonly<Record<string, number>>,
  frame: Checked,
  activated: Activated,
  smoothed: Float64Array,
  convention: Convention,
): Outcome {
  const units = imagesOf(frame, convention);
  const unitShare = convention.reduction === "mean" ? 1 / units.length : 1;
  const slopes = new Float64Array(smoothed.length);
  const values: number[] = [];
  const whole = [0, frame.batch] as const;
  const counts = (images: readonly [number, number]): ClassCounts[] =>
    frame.counted.map((c) => countClass(frame, activated, smoothed, convention, c, images));
  const ofBatch = loss.weight && convention.volumeOver === "batch" ? counts(whole) : undefined;
  const perClass = listsClasses(loss, convention) ? frame.counted.length : 1;

  for (const images of units) {
    // Where every pixel is ignored there is no 0/0 but nothing to score: 0, without slope.
    if (allIgnored(frame, images)) {
      for (let n = 0; n < perClass; n++) values.push(0);
      continue;
    }
    const unit = counts(images);
    const weighed = (ofBatch ?? unit).map(({ volume }) => volume);
    const result = combine(loss, parameters, unit, weighed, convention);
    values.push(...result.values);
    frame.counted.forEach((c, n) => {
      const slope = result.slopes[n]!;
      spreadSlopes(frame, activated, smoothed, convention, c, images, slope, unitShare, slopes);
    });
  }
  return { ...reduceUnits(Float64Array.from(values), convention, perClass), slopes, to: "p" };
}

function allIgnored({ ignored, pixels }: Checked, [from, to]: readonly [number, number]): boolean {
  for (let i = from * pixels; i < to * pixels; i++) if (!ignored[i]) return false;
  return true;
}

import type { Convention } from "./convention.ts";
import type { ClassCounts } from "./counts.ts";
import type { OverlapLoss } from "./loss.ts";

/** The class weights of the generalised Dice loss, an absent class's weight repaired as the convention says. */
export function volumeWeights(
  loss: OverlapLoss,
  counts: readonly ClassCounts[],
  volumes: readonly number[],
  convention: Convention,
): number[] {
  const { volumeRepair, volumeEpsilon, volumeNormalise } = convention;
  const power = { square: 2, simple: 1, uniform: 0 }[convention.volumeWeight];
  const weights = volumes.map((volume) => {
    if (power === 0) return 1;
    const size = power === 2 ? volume * volume : volume;
    if (volumeRepair === "add-outside") return 1 / (size + volumeEpsilon);
    if (volumeRepair === "add-inside") return loss.weight!(volume + volumeEpsilon, convention);
    if (volumeRepair === "floor") return 1 / Math.max(size, volumeEpsilon);
    return loss.weight!(volume, convention);
  });
  const finite = weights.filter(Number.isFinite);
  const repaired = weights.map((weight, n) => {
    if (Number.isFinite(weight)) return weight;
    if (volumeRepair === "zero") return 0;
    if (volumeRepair === "maximum") return Math.max(0, ...finite);
    throw new RangeError(
      `class ${counts[n]!.channel}: absent, so its weight 1/G is infinite; set volumeRepair`,
    );
  });
  if (volumeNormalise === "none") return repaired;
  const total = repaired.reduce((a, b) => a + b, 0);
  return repaired.map((weight) => (total === 0 ? 0 : (weight / total) * repaired.length));
}

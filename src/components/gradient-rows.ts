import type { Atlas } from "../atlas/atlas.ts";
import { spokenAtFirst } from "../widgets/gradients/picture.ts";
import type * as gradients from "../widgets/gradients/spec.ts";
import type * as ownMask from "../widgets/own-mask/spec.ts";

const digits = (value: number) => Number(value.toFixed(5));

/** What the seven losses say of the prediction with which the figure opens, computed at build. */
export function gradientRows(): gradients.Rows {
  return {
    heard: spokenAtFirst().map(({ row, value, logitShares, probabilityShares }) => ({
      row,
      value: digits(value),
      logitShares: logitShares.map(digits),
      probabilityShares: probabilityShares.map(digits),
    })),
  };
}

/** The arena's axis and the reference task's place on it. */
export function ownMaskRows(atlas: Atlas): ownMask.Rows {
  if (!atlas.arena) throw new RangeError("content/figures/arena.yaml is missing");
  const { value, text } = atlas.number("reference-task.background-share");
  if (value === undefined) throw new RangeError("reference-task.background-share: a figure needs a number");
  const { low, high } = atlas.arena.share;
  return { low, high, anchor: { value, text } };
}

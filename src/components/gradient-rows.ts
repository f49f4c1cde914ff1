import { spokenAtFirst } from "../widgets/gradients/picture.ts";
import type * as gradients from "../widgets/gradients/spec.ts";

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

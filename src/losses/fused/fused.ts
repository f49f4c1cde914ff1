import type { Convention } from "../convention.ts";
import type { Frame, Loss, Numbers, Parameters } from "../loss.ts";
import type { Twin } from "../twin/twin.ts";
import { bucketedErrors } from "./buckets.ts";
import { fusedErrors } from "./lovasz.ts";
import { fusedOverlap } from "./overlap.ts";
import { fusedPixels } from "./pixels.ts";
import { plainOf } from "./plain.ts";

/** The gradient to the probabilities as well, buckets instead of a sort, or the twin where it can. */
interface Wishes {
  readonly toP?: Numbers | undefined;
  readonly buckets?: number | undefined;
  readonly twin?: Twin | undefined;
}

/**
 * The value, and the gradient to the logits in `out` and, where asked for, to the probabilities in `toP`, of a plain
 * frame without allocation in its size; undefined where the general kernels must run, be it for the convention or to
 * name the place of a fault. Both agree to rounding.
 */
export function fused(
  loss: Loss,
  parameters: Parameters,
  frame: Frame,
  convention: Convention,
  out: Numbers,
  { toP, buckets, twin }: Wishes = {},
): number | undefined {
  const plain = plainOf(loss, frame, convention);
  if (!plain || out.length !== plain.logits.length) return undefined;
  if (toP && toP.length !== out.length) return undefined;
  const single = toP ? undefined : twin?.run(loss, parameters, plain, convention, out);
  if (single !== undefined) return single;
  const value =
    loss.scores === "pixels"
      ? fusedPixels(loss, parameters, plain, out, toP)
      : loss.scores === "overlap"
        ? fusedOverlap(loss, parameters, plain, convention, out, toP)
        : buckets === undefined || toP
          ? fusedErrors(loss, plain, convention, out, toP)
          : bucketedErrors(loss, plain, convention, buckets, out);
  return Number.isNaN(value) ? undefined : value;
}

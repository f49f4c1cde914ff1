import { dice } from "./dice.ts";
import { focal } from "./focal.ts";
import { focalTversky } from "./focal-tversky.ts";
import { generalisedDice } from "./generalised-dice.ts";
import type { Loss } from "./loss.ts";
import { lovaszSoftmax } from "./lovasz-softmax.ts";
import { softCrossEntropy } from "./soft-cross-entropy.ts";
import { tversky } from "./tversky.ts";

/** The seven losses by their id, in the order of the site: five families, then the two extensions. */
export const losses: Readonly<Record<string, Loss>> = {
  "soft-cross-entropy": softCrossEntropy,
  dice,
  focal,
  "lovasz-softmax": lovaszSoftmax,
  tversky,
  "generalised-dice": generalisedDice,
  "focal-tversky": focalTversky,
};

/** The loss of an id; a RangeError that lists the ids where there is none. */
export function lossOf(id: string): Loss {
  const found = Object.hasOwn(losses, id) ? losses[id] : undefined;
  if (!found)
    throw new RangeError(
      `loss ${JSON.stringify(id)}: unknown; the losses are ${Object.keys(losses).join(", ")}`,
    );
  return found;
}

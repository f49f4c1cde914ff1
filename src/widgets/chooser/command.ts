import type { Advice } from "./spec.ts";

/** The comparison file's one name: in python/, as a download, and in what it says of itself. */
export const kitFile = "lossmap-compare.py";

/** Trained beside every list: its shifted threshold is what another loss has to beat. */
export const baseline = "soft-cross-entropy";

/** What to type to train the short list and the baseline side by side on a folder of one's own. */
export function commandOf({ pool }: Pick<Advice, "pool">): string {
  const ids = new Set([...pool.map(({ id }) => id), baseline]);
  return `python ${kitFile} FOLDER --losses ${[...ids].join(" ")}`;
}

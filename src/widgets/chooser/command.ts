import type { Advice } from "./spec.ts";

/** The comparison file's one name: in python/, as a download, and in what it says of itself. */
export const kitFile = "lossmap-compare.py";

/** What to type to train the short list side by side on a folder of one's own. */
export const commandOf = ({ pool }: Pick<Advice, "pool">): string =>
  `python ${kitFile} FOLDER --losses ${pool.map(({ id }) => id).join(" ")}`;

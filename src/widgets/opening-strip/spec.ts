import { backgroundShare, type Scene, sceneOfShare } from "../../experiments/scene.ts";
import type { Reading } from "../../plots/reading.ts";

export interface Rows {
  readonly iou: readonly { readonly label: string; readonly reading: Reading }[];
  /** The background share of the reference task. */
  readonly share: Reading;
  /** Where the numbers come from. */
  readonly origin: string;
}

export const seed = 11;

/** The strip of the first screen: as empty as the reference task, and drawn by the generator of the lab. */
export const strip = (share: number): Scene => sceneOfShare({ seed, height: 220, share, difficulty: "easy" });

export const percent = (share: number, digits = 0): string => `${(share * 100).toFixed(digits)} percent`;

/** What the strip itself is made of, counted: it is another picture than the reference task's. */
export const shareOf = (drawn: Scene): string => percent(backgroundShare(drawn), 1);

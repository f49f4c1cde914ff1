import sharp from "sharp";
import { fingerprint } from "../../experiments/hash.ts";
import { probability } from "../../experiments/linear.ts";
import { predictInto } from "../../experiments/prediction.ts";
import { createTasks, type Heard } from "../../worker/tasks.ts";
import { initialState } from "../controls.ts";
import { spaces } from "./grid.ts";
import { inked } from "./paint.ts";
import { controls, departureOf, type Spoken, side, truthOfFigure } from "./spec.ts";

/** What the losses say of the prediction with which the figure opens, heard at build as the worker hears it. */
function heardAtFirst(): readonly Heard[] {
  const hearing = createTasks().hear({
    truth: truthOfFigure(),
    departure: departureOf(initialState(controls)),
  });
  for (;;) {
    const step = hearing.next();
    if (step.done) return step.value;
  }
}

export const spokenAtFirst = (): Spoken[] =>
  heardAtFirst().map(({ logits: _, probabilities: __, ...said }) => said);

/** One column of grey tiles, white where much: the predicted curves, then both gradients of every loss. */
function column(): Uint8Array {
  const truth = truthOfFigure();
  const logits = new Float64Array(truth.classes * side * side);
  predictInto(truth, departureOf(initialState(controls)), logits);
  const curves = [1, 2].map((c) => Uint8Array.from(probability(logits, 3, c), (p) => Math.round(255 * p)));
  const pulls = heardAtFirst().flatMap((heard) => spaces.map((space) => heard[space].map(inked)));
  const tiles = [...curves, ...pulls];
  const all = new Uint8Array(tiles.length * side * side);
  tiles.forEach((tile, k) => {
    all.set(tile, k * side * side);
  });
  return all;
}

export const firstPath = (): string => `_astro/gradients.${fingerprint(column())}`;

export async function firstPicture(): Promise<Uint8Array<ArrayBuffer>> {
  const grey = column();
  const raw = { width: side, height: grey.length / side, channels: 1 } as const;
  return Uint8Array.from(await sharp(grey, { raw }).webp({ quality: 60, effort: 6 }).toBuffer());
}

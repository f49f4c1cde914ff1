import { z } from "zod";
import { id, sentence } from "./fields.ts";

/** Calculators that a question can open; each is drawn by the questions' figure from the state of the page. */
export const calculators = [
  "batch-size",
  "channels",
  "empty-mask",
  "exponent",
  "gamma",
  "half-precision",
  "ignored",
  "logits",
  "object-size",
  "pixel",
  "ranks",
  "sign",
  "smoothing",
  "stuck-at",
  "tilt",
  "weights",
] as const;

/** One question of practitioners: the words in which it is asked, and what reproduces it. */
export const question = z.strictObject({
  /** The question as people type it. */
  title: sentence,
  /** What is seen on the screen. */
  symptom: sentence,
  /** Other wordings, for the search. */
  also: z.array(sentence).min(1),
  figure: z.enum(calculators),
  /** The figure's controls as the page opens them; a control left out keeps its own initial value. */
  state: z.record(id, z.union([z.number(), z.string(), z.boolean()])).default({}),
  about: z.array(id).min(1),
  /** Where people asked it. */
  sources: z.array(z.strictObject({ url: z.url({ protocol: /^https$/ }), note: sentence })).min(1),
});

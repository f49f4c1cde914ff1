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

/** What to do, once for all libraries: the page finds in each the call, or why it has none. */
const remedy = z.strictObject({
  /** What the calls do, in words. */
  says: sentence,
  /** Ids of calls; one that goes by this meaning under another id in one library is `library.call`. */
  calls: z.array(z.string().regex(/^([a-z0-9-]+\.)?[a-z0-9-]+$/, "a call, or library.call, expected")).min(1),
});
export type Remedy = z.output<typeof remedy>;

/** One question of practitioners: the words in which it is asked, what reproduces it, and what mends it. */
export const question = z
  .strictObject({
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
    remedies: z.array(remedy).default([]),
    /** What no call of a library mends, in plain words. */
    elsewhere: sentence.optional(),
  })
  .refine((entry) => entry.remedies.length > 0 || entry.elsewhere !== undefined, {
    path: ["remedies"],
    message: "give the calls that are the remedy, or say in `elsewhere` why none is",
  });

import { z } from "zod";
import { id, sentence } from "./fields.ts";

/** Answers by question; a question left out may have any answer. */
const when = z.record(id, z.array(z.string()).min(1));

/** content/chooser.yaml: what is asked of a task, and what each answer speaks for or against. */
export const chooser = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        id,
        /** The step of the review's practical reading that the question belongs to. */
        step: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        ask: sentence,
        options: z.array(z.strictObject({ id, label: sentence })).min(2),
      }),
    )
    .min(1),
  reasons: z.array(
    z
      .strictObject({ when, for: z.array(id).optional(), against: z.array(id).optional(), claim: id })
      .refine((reason) => (reason.for === undefined) !== (reason.against === undefined), {
        message: "a reason speaks for losses or against losses, one of the two",
      }),
  ),
  pitfalls: z.array(z.strictObject({ when, claim: id, question: id.optional() })),
  gaps: z.array(z.strictObject({ when, says: sentence })),
});
export type ChooserFile = z.output<typeof chooser>;

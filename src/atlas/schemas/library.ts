import { z } from "zod";
import { parseConvention } from "../../losses/convention.ts";
import { parametersOf } from "../../losses/kernel.ts";
import { losses, lossOf } from "../../losses/registry.ts";
import { id, sentence as text } from "./fields.ts";

/** Code as it stands in the file; its hash ties it to the record of its run, so not a space is trimmed. */
const code = z.string().min(1, "code expected");

/** What a library's letter weighs in words: errors for the overlap losses, sides and fading for focal. */
const letter = z.enum(["falsePositive", "falseNegative", "positive", "negative", "gamma"]);

/** One way in which a library spells a loss: code that was run, and what it means in the engine's switches. */
export const spelling = z
  .strictObject({
    id,
    loss: id,
    title: text,
    /** Key of the paper whose own setting this is, to 1e-6, wherever every class is present. */
    paper: z.string().optional(),
    /** `binary` and `multi-label` take masks of the logits' shape, `multi-class` labels, `soft` shares of classes. */
    task: z.enum(["binary", "multi-class", "multi-label", "soft"]),
    /** Python that turns `logits` or `probabilities`, and `target`, into `loss`. */
    call: code,
    input: z.enum(["logits", "probabilities"]).default("logits"),
    convention: z.record(z.string(), z.unknown()),
    parameters: z.record(z.string(), z.number()).default({}),
    letters: z.record(z.string(), letter).default({}),
    /** The label of a pixel that this call leaves out. */
    ignores: z.number().int().optional(),
    /** `float32` where the library computes in single precision, whatever it is given. */
    precision: z.enum(["float64", "float32"]).default("float64"),
    /** 2 where the call takes images only; otherwise volumes were run as well. */
    dimensions: z.literal(2).optional(),
    /** The number of channels that the call is written for, where it is written for one. */
    channels: z.number().int().positive().optional(),
    /** Kinds of case that this call cannot take, as `note` says. */
    without: z.array(z.enum(["batch", "absent", "saturated"])).default([]),
    note: text.optional(),
  })
  .superRefine((entry, context) => {
    const fault = (path: string, check: () => unknown) => {
      try {
        check();
      } catch (error) {
        context.addIssue({ code: "custom", path: [path], message: (error as Error).message });
      }
    };
    fault("convention", () => parseConvention(entry.convention));
    // A name that is no loss is the atlas's to report, beside all other names.
    if (!Object.hasOwn(losses, entry.loss)) return;
    fault("parameters", () => parametersOf(lossOf(entry.loss), entry.parameters));
  });
export type Spelling = z.output<typeof spelling>;

/** Behaviour that a reader may not expect, published only because `code` reproduced it at this version. */
export const surprise = z.strictObject({
  id,
  loss: id,
  /** Neutral words; `{name}` stands for the number of that name in the record. */
  says: text,
  /** Python that leaves a dictionary `numbers`. */
  code,
  /** A Python condition over `numbers` and the names in `code`, which must be true. */
  holds: text,
});
export type Surprise = z.output<typeof surprise>;

/** What a library has no words for, as it follows on "cannot express". Without `calls` it stands for the loss as a whole. */
const limit = z.strictObject({
  loss: id,
  what: text,
  instead: text.optional(),
  /** The calls, by the ids that other libraries give them, which this limit stands in the way of. */
  calls: z.array(id).min(1).optional(),
});

/** One public library at one version. The first spelling of a loss is its plainest use. */
export const library = z
  .strictObject({
    name: text,
    version: text,
    /** The month of the release, or the day of the commit that was read. */
    released: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, "a date as 2026-10 or 2026-10-21 expected"),
    /** `run`: executed here at this version. `read`: taken from its source and not executed. */
    status: z.enum(["run", "read"]),
    homepage: z.url(),
    /** The name on the package index, for what is run. */
    package: text.optional(),
    backend: z.enum(["torch", "jax"]).optional(),
    /** Where channels are in `logits`; targets follow. */
    layout: z.enum(["channels-first", "channels-last"]),
    note: text.optional(),
    spellings: z.array(spelling),
    cannot: z.array(limit).default([]),
    surprises: z.array(surprise).default([]),
  })
  .refine((entry) => entry.status === "read" || (entry.package && entry.backend), {
    path: ["package"],
    message: "what is run needs its package and backend",
  })
  .refine((entry) => entry.status === "run" || entry.surprises.length === 0, {
    path: ["surprises"],
    message: "what was only read has none; a surprise must be reproduced",
  })
  .superRefine((entry, context) => {
    for (const list of ["spellings", "surprises"] as const) {
      const ids = entry[list].map((item) => item.id);
      const twice = ids.find((name, i) => ids.indexOf(name) !== i);
      if (twice)
        context.addIssue({ code: "custom", path: [list], message: `${twice} stands twice; rename one` });
    }
  });
export type Library = z.output<typeof library>;

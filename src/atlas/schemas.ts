import { z } from "zod";
import { id, sentence, unit } from "./schemas/fields.ts";

export { id, sentence } from "./schemas/fields.ts";
export { library } from "./schemas/library.ts";
export { edges, nodes } from "./schemas/map.ts";
export { question } from "./schemas/question.ts";

export const kinds = [
  "measured",
  "reported",
  "derived",
  "simulated",
  "illustrative",
  "mathematical",
] as const;
export type Kind = (typeof kinds)[number];

/** How an equation or a number was seen. Nothing that is only remembered is published. */
export const seen = z.enum(["paper", "code", "repository", "secondary"]);

/** Exactly one of a paper (with the place in it), a measurement, or a generated record. */
export const claimSource = z.union(
  [
    z.strictObject({ key: z.string(), where: sentence.optional() }),
    z.strictObject({ measurement: id }),
    z.strictObject({ record: id }),
  ],
  "a source is { key, where }, { measurement } or { record }",
);
export type ClaimSource = z.output<typeof claimSource>;

const forms = ["identity", "inequality", "limit", "monotonicity"] as const;

export const claim = z
  .strictObject({
    statement: sentence,
    kind: z.enum(kinds),
    form: z.enum(forms).optional(),
    about: z.array(id).min(1, "at least one loss or topic expected"),
    sources: z.array(claimSource).min(1, "a claim needs at least one source"),
    counter: z
      .array(z.strictObject({ statement: sentence, sources: z.array(claimSource).min(1) }))
      .optional(),
    review: z.boolean().optional(),
    unchecked: sentence.optional(),
    /** What a reader should know besides, such as why a value differs from one expected elsewhere. */
    note: sentence.optional(),
  })
  .refine((c) => (c.kind === "mathematical") === (c.form !== undefined), {
    path: ["form"],
    message: `one of ${forms.join(", ")} for a mathematical claim, and for no other`,
  });

const scalarOrText = z.union([z.number(), z.string()]);

export const paper = z.strictObject({
  role: z.enum(["reviewed", "neighbour", "companion"]),
  contribution: sentence,
  regime: sentence.optional(),
  introduced: sentence.optional(),
  equations: z
    .array(
      z.strictObject({
        id,
        title: sentence,
        tex: sentence,
        where: sentence,
        seen,
        note: sentence.optional(),
        /** The loss whose symbols it marks with `\\sym{id}{tex}`; none where it has none of them. */
        loss: id.optional(),
      }),
    )
    .default([]),
  /** What the equations mark besides the symbols of their losses, each in words. */
  symbols: z.record(id, sentence).default({}),
  settings: z
    .array(
      z.strictObject({
        name: sentence,
        value: scalarOrText,
        where: sentence.optional(),
        verified: z.boolean(),
      }),
    )
    .default([]),
  results: z
    .array(
      z.strictObject({
        id,
        metric: sentence,
        dataset: sentence,
        condition: sentence,
        value: scalarOrText,
        digits: z.int().min(0).max(8).optional(),
        unit: sentence.optional(),
        where: sentence,
        seen: z.enum(["primary", "repository", "secondary"]),
      }),
    )
    .default([]),
  tables: z
    .array(
      z.strictObject({
        id,
        title: sentence,
        where: sentence,
        seen: z.enum(["primary", "repository", "secondary"]),
        columns: z.array(sentence).min(2),
        digits: z.array(z.int().min(0).max(8)).optional(),
        rows: z.array(z.array(scalarOrText.nullable())).min(1),
        note: sentence.optional(),
      }),
    )
    .default([]),
  errata: z.array(z.strictObject({ id, says: sentence, found: sentence, checked: sentence })).default([]),
  notes: z.array(sentence).default([]),
});
export type PaperFile = z.output<typeof paper>;

const measuredValue = z.union(
  [
    z.number(),
    z.array(z.number()).min(1),
    z.strictObject({
      value: z.number(),
      unit: sentence.optional(),
      digits: z.int().min(0).max(8).optional(),
      note: sentence.optional(),
    }),
  ],
  "a number, a list of numbers or { value, unit, digits } expected; or the field's name is misspelt",
);
export type MeasuredValue = z.output<typeof measuredValue>;

/** Every field beside the named ones is a value. */
export const measurement = z
  .object({
    title: sentence,
    kind: z.enum(kinds),
    origin: sentence.optional(),
    source: z.strictObject({ key: z.string(), where: sentence.optional() }).optional(),
    unit: sentence,
    digits: z.int().min(0).max(8),
    classes: z.array(sentence).optional(),
    from: z.array(id).optional(),
    derivation: id.optional(),
    unpublished: z.array(sentence).optional(),
    notes: z.array(sentence).optional(),
  })
  .catchall(measuredValue);
export const measurementFields = new Set(Object.keys(measurement.shape));

export const overlaps = ["per-pixel", "overlap-aware", "metric-aware"] as const;
export const controls = ["symmetric", "tunable"] as const;

export const family = z.strictObject({
  title: sentence,
  extension: z.boolean(),
  overlap: z.enum(overlaps),
  control: z.enum(controls),
  place: z.tuple([unit, unit]),
  paper: z.string(),
  /** The claim that says how it answers to a growing background, once the literature does. */
  response: id.optional(),
  scores: sentence,
  listens: sentence,
  relatives: z.array(id),
  summary: sentence,
});

export const section = z.strictObject({ title: sentence, summary: sentence.optional() });

export const glossary = z.record(
  id,
  z.strictObject({
    term: sentence,
    also: z.array(sentence).optional(),
    meaning: sentence,
    symbol: sentence.optional(),
    source: z.strictObject({ key: z.string(), where: sentence }).optional(),
    see: z.array(id).optional(),
  }),
);

/** Illustrative shapes of the arena: an ordering and nothing more. */
export const arena = z.strictObject({
  title: sentence,
  kind: z.literal("illustrative"),
  source: z.strictObject({ key: z.string(), where: sentence }),
  note: sentence,
  // The measured anchors stand at the reference task's own share, which is a record and not typed again here.
  share: z.strictObject({ low: unit, high: unit }),
  bands: z
    .array(
      z.strictObject({
        id,
        title: sentence,
        losses: z.array(id).min(1),
        rank: z.int().min(1),
        // Height of the shape at low share, its height at high share, and the share at which half of the fall is done.
        start: unit,
        end: unit,
        bend: unit,
        spread: unit,
      }),
    )
    .min(2),
});

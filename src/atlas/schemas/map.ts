import { z } from "zod";
import { id, sentence, unit } from "./fields.ts";

export const edgeTypes = [
  "generalises",
  "reduces to",
  "modifies",
  "combines",
  "approximates",
  "evaluates",
] as const;

/**
 * One stored direction; "generalises" and "reduces to" run from the general to the special. An exact edge names the
 * claim whose check runs it and shows the proof in three lines of words and `$TeX$`; any other has neither.
 */
const edge = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    type: z.enum(edgeTypes),
    sentence,
    /** `equation` is the id of one of the paper's equations in content/papers, where the locator names one. */
    source: z.strictObject({ key: z.string(), where: sentence, equation: id.optional() }),
    claim: id.optional(),
    proof: z.tuple([sentence, sentence, sentence], "a proof has three lines").optional(),
  })
  .refine(({ claim, proof }) => (claim === undefined) === (proof === undefined), {
    path: ["proof"],
    message: "an exact edge has both a claim and a proof, any other has neither",
  });
export const edges = z.array(edge);

/** Where a node stands in the view by year: its height, 0 at the top. The year is that of its paper. */
const lane = unit;

/** Beside the losses, which have title, paper and place on their own pages, the map shows what stands outside. */
const outside = {
  id,
  title: sentence,
  /** For a drawing with little room. */
  short: sentence.optional(),
  /** On the two axes, a reading by hand as for the families. */
  place: z.tuple([unit, unit]),
  lane,
  /** BibTeX key; what has none is older than the literature that was read, and stands at the left by year. */
  paper: z.string().optional(),
  summary: sentence,
};
const node = z.discriminatedUnion("kind", [
  z.strictObject({ id, kind: z.literal("loss"), lane }),
  z.strictObject({ ...outside, kind: z.literal("neighbour") }),
  z.strictObject({ ...outside, kind: z.literal("metric") }),
]);
export const nodes = z.array(node);

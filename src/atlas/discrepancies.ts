import { z } from "zod";
import type { Draft } from "./load.ts";
import { type Problems, suggestion } from "./problems.ts";
import { id, sentence } from "./schemas.ts";

/** Whose statement it is, in the order of the page: the review's argument, its numbers, its companions, a paper, our lab. */
export const groups = ["review", "numbers", "companions", "papers", "lab"] as const;

/** One place where a source says one thing and looking showed another. It is printed, never smoothed over. */
export const discrepancy = z
  .strictObject({
    title: sentence,
    group: z.enum(groups),
    says: sentence,
    source: z.strictObject({ key: z.string(), where: sentence }),
    found: sentence,
    // Numbers of both sides by their paths: a digit is never typed here either.
    numbers: z.array(z.string()).optional(),
    claims: z.array(id).min(1).optional(),
    how: sentence.optional(),
  })
  .refine((d) => d.claims !== undefined || d.how !== undefined, {
    path: ["how"],
    message: "say how it was checked: claims: the claims that show it, or how: in words",
  });
export type DiscrepancyFile = z.output<typeof discrepancy>;

/** The names that a discrepancy uses for papers, numbers and claims must exist. */
export function checkDiscrepancies(draft: Draft, problems: Problems): void {
  const numbers = [...draft.numbers.keys()];
  const claims = [...draft.claims.keys()];
  for (const { value, at } of draft.discrepancies.values()) {
    const key = value.source.key;
    if (!draft.references.has(key)) {
      const near = suggestion(key, draft.references.keys());
      problems.add(at("source"), `unknown source ${key}`, `not in references.bib${near}`);
    }
    for (const [i, path] of (value.numbers ?? []).entries()) {
      if (draft.numbers.has(path)) continue;
      const remedy = `not in content/measurements or content/papers${suggestion(path, numbers)}`;
      problems.add(at("numbers", i), `unknown number ${path}`, remedy);
    }
    for (const [i, claim] of (value.claims ?? []).entries()) {
      if (draft.claims.has(claim)) continue;
      problems.add(
        at("claims", i),
        `unknown claim ${claim}`,
        `not in content/claims${suggestion(claim, claims)}`,
      );
    }
  }
}

import { expect, test } from "vitest";
import prose from "../../content/review/04-results.mdx?raw";
import { labVerdicts } from "../../src/components/lab-rows.ts";

/** Which statement of the lab each sentence of the paragraph tells of. */
const statementOf: Readonly<Record<string, string>> = {
  "focal-keeps-more-recall-than-cross-entropy-in-the-lab": "focal-holds-the-minority",
  "the-tilt-keeps-most-recall-in-the-lab": "tilted-tversky-keeps-sensitivity",
  "recall-rises-and-precision-falls-along-the-tilt": "tilt-trades-precision-for-recall",
  "part-of-the-gap-is-slow-optimisation-in-the-lab": "part-of-the-gap-is-optimisation",
  "generalised-dice-adds-nothing-to-dice-in-the-lab": "generalised-dice-goes-further",
  "lovasz-does-not-reach-the-highest-iou-in-the-lab": "lovasz-tracks-iou",
  "the-families-are-nearly-alike-at-mild-shares-in-the-lab": "interchangeable-when-mild",
  "dice-outscores-cross-entropy-in-the-lab": "dice-resists-better",
  "cross-entropy-does-not-always-lose-most-in-the-lab": "cross-entropy-degrades-hardest",
  "a-threshold-shift-regains-most-of-the-gap-in-the-lab": "a-threshold-recovers-the-gap",
  "the-power-adds-nothing-to-tversky-in-the-lab": "focal-tversky-improves-on-tversky",
};

const part = (from: string, to: string) => prose.split(from)[1]!.split(to)[0]!;
const claims = (text: string) => [...text.matchAll(/<Claim\s+of="([^"]+)"/g)].map(([, id]) => id!);

test("the review files each sentence of the lab under the verdict that the lab's own page computes", () => {
  const verdicts = new Map(labVerdicts().map(({ id, verdict }) => [id, verdict.replace(/ on .*/s, "")]));
  const filed = {
    appears: claims(part("What appears:", "What does not:")),
    "does not appear": claims(part("What does not:", "What depends:")),
    depends: claims(part("What depends:", "###")),
  };
  for (const [verdict, ids] of Object.entries(filed)) {
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect([id, verdicts.get(statementOf[id] ?? "")]).toEqual([id, verdict]);
  }
});

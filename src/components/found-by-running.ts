import type { Atlas } from "../atlas/atlas.ts";
import { href } from "../layouts/links.ts";
import { lossOf } from "../losses/registry.ts";
import type { Entry } from "./discrepancies.ts";
import { entryTitle } from "./entry-title.ts";
import { labVerdicts } from "./lab-rows.ts";
import { surpriseText } from "./record.ts";

/** What running showed: statements that the lab's table does not bear out, and libraries that do the unexpected. */

/** Statements of the literature whose verdict is not that they appear, by rules written before the table. */
export function labEntries(atlas: Atlas): Entry[] {
  return labVerdicts()
    .filter(({ verdict }) => verdict !== "appears")
    .toSorted((a, b) => Number(a.verdict !== "does not appear") - Number(b.verdict !== "does not appear"))
    .map(({ id, statement, sources, rule, verdict, cells }) => {
      const held = cells.filter(({ holds }) => holds).length;
      const paper = sources[0] === undefined ? undefined : atlas.papers.get(sources[0]);
      return {
        id: `lab-${id}`,
        title: `${verdict[0]?.toUpperCase()}${verdict.slice(1)}: ${statement}`,
        source: paper
          ? { label: paper.label, href: href(`/papers/${paper.key}/`) }
          : { label: "the review and the lab's own question", href: href("/lab/") },
        says: statement,
        found: `In simulated training it holds under ${held} of ${cells.length} conditions.`,
        how: `The rule, fixed before the table was made: ${rule}.`,
        more: { label: "every condition with its figures", href: href(`/lab/#verdict-${id}`) },
      };
    });
}

/** What a library does that a reader may not expect: each was reproduced at the version named. */
export function libraryEntries(atlas: Atlas): Entry[] {
  return [...atlas.libraries.values()].flatMap(({ id: library, name, version, surprises }) =>
    surprises.map((surprise) => ({
      id: `${library}-${surprise.id}`,
      title: `${name}: ${entryTitle(surprise.id)}`,
      source: { label: `${name} ${version}`, href: href(`/libraries/${library}/#${surprise.loss}`) },
      says: `A loss called ${lossOf(surprise.loss).title.replace(/ loss$/, "")}.`,
      found: surpriseText(library, surprise),
      how: "Code that shows it was run at this version, and its numbers are recorded.",
    })),
  );
}

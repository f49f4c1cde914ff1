import type { Atlas } from "../atlas/atlas.ts";
import { href } from "../layouts/links.ts";
import { entryTitle } from "./entry-title.ts";
import { labEntries, libraryEntries } from "./found-by-running.ts";

/** One entry of the page, whoever wrote it down: content/discrepancies, or the errata of a paper. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly source: { readonly label: string; readonly href: string; readonly where?: string | undefined };
  readonly says: string;
  readonly found: string;
  readonly numbers?: readonly string[] | undefined;
  readonly claims?: readonly string[] | undefined;
  readonly how?: string | undefined;
  /** Where the whole of what was computed stands. */
  readonly more?: { readonly label: string; readonly href: string };
}

export interface EntryGroup {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly entries: readonly Entry[];
}

const headings = {
  review: ["The review's argument", "What the source review says, and what its references show."],
  numbers: [
    "The reference numbers",
    "What the numbers of the reference task can carry, and what they cannot.",
  ],
  companions: ["The companions", "Texts of the same publisher, which the review leans on or is read beside."],
  papers: ["Between papers", "Where papers disagree with themselves, with each other or with their code."],
  lab: ["The lab", "What our own simulated training shows otherwise."],
} as const;

/** Everything that does not add up, in groups, each entry once. */
export function entryGroups(atlas: Atlas): EntryGroup[] {
  const written = [...atlas.discrepancies.values()];
  const groups = Object.entries(headings).map(([group, [title, lead]]) => ({
    id: `by-${group}`,
    title,
    lead,
    entries: written
      .filter((entry) => entry.group === group)
      .map(({ source, ...entry }) => ({
        ...entry,
        source: { ...work(atlas, source.key), where: source.where },
      })),
  }));
  const printed = {
    id: "errata",
    title: "Errata of the papers",
    lead: "What a paper or its code prints that does not hold, found while reading and running it.",
    entries: errata(atlas),
  };
  const lab = {
    id: "not-in-the-lab",
    title: "Statements that the lab does not bear out",
    lead: "Simulated training on small curves with a linear model: what does not appear there, or only under some conditions, is neither refuted nor confirmed elsewhere.",
    entries: labEntries(atlas),
  };
  const libraries = {
    id: "libraries",
    title: "Libraries",
    lead: "What the code of a public library does that a reader of the papers may not expect.",
    entries: libraryEntries(atlas),
  };
  return [...groups, printed, lab, libraries].filter(({ entries }) => entries.length > 0);
}

const work = (atlas: Atlas, key: string) => ({
  label: atlas.papers.get(key)?.label ?? key,
  href: href(`/papers/${key}/`),
});

/** An erratum's `checked` is a claim of this site, or tells in words how it was looked at. */
function errata(atlas: Atlas): Entry[] {
  return [...atlas.papers.values()].flatMap(({ key, content }) =>
    (content?.errata ?? []).map(({ id, says, found, checked }) => ({
      id: `${key}-${id}`,
      title: `${atlas.papers.get(key)?.label ?? key}: ${entryTitle(id)}`,
      source: work(atlas, key),
      says,
      found,
      ...(atlas.claims.has(checked) ? { claims: [checked] } : { how: checked }),
    })),
  );
}

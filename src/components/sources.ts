import type { Atlas, Backlink } from "../atlas/atlas.ts";
import type { ClaimSource } from "../atlas/schemas.ts";
import { href } from "../layouts/links.ts";

/** Where a statement comes from, ready to be linked: the work and the place in it, a record, or the lab. */
export interface Origin {
  readonly href: string;
  readonly label: string;
  readonly where: string | undefined;
}

export function originOf(atlas: Atlas, source: ClaimSource): Origin {
  if ("key" in source) {
    const label = atlas.papers.get(source.key)?.label ?? source.key;
    return { href: href(`/papers/${source.key}/`), label, where: source.where };
  }
  if ("measurement" in source) {
    const label = atlas.measurements.get(source.measurement)?.title ?? source.measurement;
    return { href: href(`/evidence/#${source.measurement}`), label, where: undefined };
  }
  return { href: href("/lab/"), label: "the record of the lab", where: source.record };
}

/** A place of the site, ready to be linked. */
export interface Mention {
  readonly href: string;
  readonly label: string;
}

/** The sections of the review have names of their own; those of a family or a question are the same on every page. */
function labelOf(link: string, title: string, heading: string): string {
  if (link.startsWith("/questions/")) return title;
  return link.startsWith("/families/") && heading ? `${title}, ${heading}` : heading || title;
}

/** Where a claim stands: in the prose at the very sentence, or on an edge of the map; each place once. */
export function mentionsOf(id: string, links: readonly Backlink[]): Mention[] {
  const found = links.map(({ by, href: link, title, heading }) =>
    by === "edge"
      ? { href: href(link), label: "the map" }
      : { href: href(`${link.split("#")[0]}#claim-${id}`), label: labelOf(link, title, heading) },
  );
  return [...new Map(found.map((mention) => [mention.href, mention])).values()];
}

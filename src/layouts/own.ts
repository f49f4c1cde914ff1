import type { Atlas } from "../atlas/atlas.ts";
import { type Reference, readBibliography } from "../atlas/bibliography.ts";
import { scanBibtex } from "../atlas/bibtex.ts";
import { type Formatted, formatReference, type Style } from "../atlas/citations.ts";
import { escapeHtml } from "../atlas/escape.ts";
import { Problems } from "../atlas/problems.ts";
import { site } from "./site.ts";

/** How this site is cited itself: the review, a family page, a figure, a claim. */
export interface Citable {
  /** File name of its records under /cite/. */
  readonly id: string;
  readonly kind: "review" | "family" | "figure" | "claim" | "page";
  readonly title: string;
  /** Its permanent address within the site, with the anchor. */
  readonly path: string;
}

/** "1.0" of "1.0.0": a correction that changes no advice moves the last number only, and no address. */
export const edition = site.version.split(".").slice(0, 2).join(".");

export const review: Citable = {
  id: "review",
  kind: "review",
  title: `${site.name}: ${site.title}`,
  path: `/v/${edition}/`,
};

/** Everything that has a record of its own under /cite/. */
export function citables(atlas: Atlas): Citable[] {
  const drawn = atlas.occurrences.filter(({ component, page }) => component === "Figure" && page === "/");
  const figures = new Set(drawn.flatMap(({ of }) => of));
  return [
    review,
    ...[...atlas.families.values()].map(({ id, page, front }): Citable => {
      return { id, kind: "family", title: front.title, path: page };
    }),
    ...[...figures].map((id): Citable => {
      return { id: `figure-${id}`, kind: "figure", title: named(id), path: `${review.path}#${id}` };
    }),
    ...[...atlas.claims.values()].map(({ id, statement }): Citable => {
      return { id: `claim-${id}`, kind: "claim", title: statement, path: `/claims/#${id}` };
    }),
  ];
}

const named = (id: string) =>
  `${id[0]!.toUpperCase()}${id.slice(1).replaceAll("-", " ")} (interactive figure)`;

/** A part of the site as a bibliographic record, read by the same code as every other entry. */
export function ownReference(
  { id, title, path }: Pick<Citable, "id" | "title" | "path">,
  root: URL,
): Reference {
  const suffix = id === review.id ? "" : id.replace(/[^a-z0-9]/g, "");
  const entry = `@online{lossmap${site.date.slice(0, 4)}${suffix},
  author       = {{${site.author}}},
  title        = {{${texText(title)}}},
  organization = {${site.name}},
  year         = {${site.date.slice(0, 4)}},
  month        = {${Number(site.date.slice(5, 7))}},
  note         = {${texText(credit)}},
  url          = {${address(path, root)}}
}`;
  const problems = new Problems();
  const reference = [
    ...readBibliography(scanBibtex("citation of the site", entry, problems), problems).values(),
  ];
  problems.throwIfAny();
  return reference[0]!;
}

/** What every citation of the site says beside the record: which version, and whose argument it rewrites. */
const credit =
  `Version ${site.version}, ${site.date}. An independent, executable rewriting of a meta-review published by ` +
  `EarthScan, ${site.source.url}`;

export function ownCitation(reference: Reference, style: Style): Formatted {
  const { text, html } = formatReference(reference, style);
  return { text: `${text} ${credit}.`, html: `${html} ${escapeHtml(credit)}.` };
}

/** An address under the site's public root and its base path. */
export function address(path: string, root: URL): string {
  return new URL(import.meta.env.BASE_URL.replace(/\/?$/, "") + path, root).href;
}

const texText = (text: string) =>
  text
    .replace(/\$/g, "")
    .replace(/[\\{}]/g, "")
    .replace(/[%&#_]/g, "\\$&");

import type { z } from "zod";
import type { Reference } from "./bibliography.ts";
import type { DiscrepancyFile } from "./discrepancies.ts";
import type { Heading, Occurrence } from "./mdx.ts";
import type { Measurement, NumberRecord } from "./numbers.ts";
import type { Place } from "./problems.ts";
import type { ChooserFile } from "./schemas/chooser.ts";
import type * as schema from "./schemas.ts";

/** A place of the site that cites a paper, shows a number or stands on a claim. */
export interface Backlink {
  /** Page and anchor. */
  readonly href: string;
  /** The page's title, and the heading under which it stands. */
  readonly title: string;
  readonly heading: string;
  /** Where in the cited work, as written: "eq. 5". */
  readonly where: string | undefined;
  readonly by: "text" | "claim" | "edge" | "family" | "measurement" | "discrepancy" | "term";
}

export interface Paper extends Reference {
  /** "Lin et al., 2017". */
  readonly label: string;
  readonly role: schema.PaperFile["role"] | "cited";
  /** What content/papers says of it; a work that is only cited has none. */
  readonly content: schema.PaperFile | undefined;
  readonly citedBy: readonly Backlink[];
}

export interface Discrepancy extends DiscrepancyFile, Place {
  readonly id: string;
}

export interface Claim extends z.output<typeof schema.claim>, Place {
  readonly id: string;
  /** True when src/checks has a module of the same name. */
  readonly checked: boolean;
  readonly citedBy: readonly Backlink[];
}

/** One MDX file: a family page, a section of the review, or a question. */
export interface Prose<F> extends Place {
  readonly id: string;
  readonly page: string;
  readonly front: F;
  readonly headings: readonly Heading[];
  readonly occurrences: readonly Occurrence[];
  /** Words of the text without components, for reading time. */
  readonly words: number;
}

export type Family = Prose<z.output<typeof schema.family>>;
export type Section = Prose<z.output<typeof schema.section>>;
export type Question = Prose<z.output<typeof schema.question>>;
export type Edge = z.output<typeof schema.edges>[number] & Place & { readonly id: string };
export type MapNode = z.output<typeof schema.nodes>[number];
export type Term = z.output<typeof schema.glossary>[string] & { readonly id: string };
export type Library = z.output<typeof schema.library> & { readonly id: string };
export type Arena = z.output<typeof schema.arena>;

/** The literature and the site's own content as one object: cross-linked, checked, frozen. */
export interface Atlas {
  /** In the order of references.bib. */
  readonly papers: ReadonlyMap<string, Paper>;
  /** The nine works of the review, [1] to [9]. */
  readonly reviewed: readonly Paper[];
  readonly claims: ReadonlyMap<string, Claim>;
  readonly measurements: ReadonlyMap<string, Measurement>;
  readonly numbers: ReadonlyMap<string, NumberRecord>;
  /** The number at a path, or a RangeError; content that names an unknown one never gets this far. */
  number(path: string): NumberRecord;
  /** In the order of the registry of losses. */
  readonly families: ReadonlyMap<string, Family>;
  /** In reading order. */
  readonly sections: readonly Section[];
  readonly questions: ReadonlyMap<string, Question>;
  readonly libraries: ReadonlyMap<string, Library>;
  /** In the order of their groups. */
  readonly discrepancies: ReadonlyMap<string, Discrepancy>;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly Edge[];
  readonly glossary: ReadonlyMap<string, Term>;
  readonly arena: Arena | undefined;
  readonly chooser: ChooserFile | undefined;
  /** Every use of a component and every link, in document order. */
  readonly occurrences: readonly Occurrence[];
}

/** What the content may name that is code, not content; a list left out is not checked against. */
export interface Registries {
  readonly losses?: readonly string[];
  readonly checks?: readonly string[];
  readonly figures?: readonly string[];
  /** Addresses beside those that content makes by itself. */
  readonly routes?: readonly string[];
  /** Generated records by name: a reader gives the number at the rest of the path, or nothing. */
  readonly records?: Readonly<Record<string, (path: readonly string[]) => NumberRecord | undefined>>;
}

/** Freezes data all the way down, and maps against writing as well. */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    const refuse = () => {
      throw new TypeError("the atlas is read-only");
    };
    for (const [, item] of value) frozen(item);
    return Object.freeze(Object.assign(value, { set: refuse, delete: refuse, clear: refuse }));
  }
  for (const item of Object.values(value)) frozen(item);
  return Object.freeze(value);
}

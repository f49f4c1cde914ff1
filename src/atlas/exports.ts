import type { Reference } from "./bibliography.ts";
import { toCsl } from "./citations.ts";
import { allToRis } from "./ris.ts";

/** The formats in which reference managers read a list. BibTeX is the raw entry, because every export of it loses. */
export const exports = {
  bib: { title: "BibTeX", type: "application/x-bibtex; charset=utf-8", write: allToBibtex },
  ris: { title: "RIS", type: "application/x-research-info-systems; charset=utf-8", write: allToRis },
  json: {
    title: "CSL-JSON",
    type: "application/vnd.citationstyles.csl+json; charset=utf-8",
    write: allToCsl,
  },
} as const;
export type Format = keyof typeof exports;

function allToBibtex(references: Iterable<Reference>): string {
  return `${[...references].map(({ raw }) => raw.trim()).join("\n\n")}\n`;
}

/** An id of its own is what a manager needs to tell entries apart. */
function allToCsl(references: Iterable<Reference>): string {
  const list = [...references].map((reference) => ({ ...toCsl(reference), id: reference.key }));
  return `${JSON.stringify(list, undefined, 2)}\n`;
}

/** The answer of an endpoint that serves such a list. */
export function exported(references: Iterable<Reference>, format: Format): Response {
  const { type, write } = exports[format];
  return new Response(write(references), { headers: { "content-type": type } });
}

import type { Name, Reference } from "./bibliography.ts";
import { fullFamily } from "./labels.ts";

const types: Readonly<Record<string, string>> = {
  article: "JOUR",
  inproceedings: "CPAPER",
  incollection: "CHAP",
  book: "BOOK",
  online: "ELEC",
  software: "COMP",
  thesis: "THES",
};

/** One record of RIS. citation-js's own export is broken, so it is written here; lines end as the format asks. */
export function toRis(reference: Reference): string {
  const { csl } = reference;
  const [first, last] = String(csl.page ?? "").split("-");
  const conference = reference.type === "inproceedings";
  const lines: [string, string | number | undefined][] = [
    ["TY", types[reference.type] ?? "GEN"],
    ["ID", reference.key],
    ...reference.authors.map((name): [string, string] => ["AU", sorted(name)]),
    ["TI", reference.title],
    ["T2", csl["container-title"]],
    // Reference managers look for a conference's proceedings here.
    ["C3", conference ? csl["container-title"] : undefined],
    ["T3", csl["collection-title"]],
    ["PY", reference.year],
    ["VL", csl.volume],
    ["IS", csl.issue],
    ["SP", first],
    ["EP", last],
    // Managers without a field for article numbers take the start page, so it stands in both.
    ["C7", reference.articleNumber],
    ["PB", csl.publisher],
    ["CY", csl["publisher-place"]],
    ["DO", reference.doi],
    ["AN", reference.arxiv === undefined ? undefined : `arXiv:${reference.arxiv}`],
    ["N1", csl.note],
    ["UR", reference.url],
    ["ER", ""],
  ];
  return lines
    .filter(([tag, value]) => tag === "ER" || (value !== undefined && value !== ""))
    .map(([tag, value]) => `${tag}  - ${String(value).replace(/\s+/g, " ").trim()}\r\n`)
    .join("");
}

export const allToRis = (references: Iterable<Reference>): string => [...references].map(toRis).join("\r\n");

/** "Family, Given"; a corporate author has no comma. */
const sorted = (name: Name) => (name.given === "" ? fullFamily(name) : `${fullFamily(name)}, ${name.given}`);

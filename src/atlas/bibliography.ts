import "@citation-js/plugin-bibtex";
import { type CSL, type CSLName, plugins } from "@citation-js/core";
import type { BibEntry, BibField } from "./bibtex.ts";
import { type Place, type Problems, suggestion } from "./problems.ts";

/** One bibliographic record, safe to print: links are built from the validated parts, text is escaped at output. */
export interface Reference extends Place {
  readonly key: string;
  /** Position in references.bib from one; the reviewed works stand first, so theirs are [1] to [9]. */
  readonly number: number;
  readonly type: string;
  readonly authors: readonly Name[];
  readonly title: string;
  readonly year: number | undefined;
  /** The journal, proceedings or site that published it. */
  readonly venue: string;
  readonly doi: string | undefined;
  readonly arxiv: string | undefined;
  /** Built from the validated parts, so that a link is never what someone typed. */
  readonly doiUrl: string | undefined;
  readonly arxivUrl: string | undefined;
  readonly url: string;
  /** A journal's article number where it has no page range. */
  readonly articleNumber: string | undefined;
  readonly raw: string;
  readonly csl: CSL;
}

export interface Name {
  readonly given: string;
  /** "de" in de Bruijne; sorted and abbreviated apart from the family name. */
  readonly particle: string;
  readonly family: string;
}

const fieldNames = new Set(
  (
    "author editor title booktitle journal series volume number year month pages publisher organization address " +
    "doi eprint eprinttype url urldate note edition isbn issn abstract keywords"
  ).split(" "),
);

/** Entry types that the site prints, with the fields that each must have beside title and url. */
const required = new Map<string, readonly string[]>([
  ["article", ["author", "year", "journal"]],
  ["inproceedings", ["author", "year", "booktitle"]],
  ["incollection", ["author", "year", "booktitle", "publisher"]],
  ["book", ["author", "year", "publisher"]],
  ["online", ["author"]],
  ["software", ["author"]],
  ["thesis", ["author", "year"]],
]);

const refused = new Map([
  ["crossref", "write the fields of the parent out in the entry"],
  ["xdata", "write the fields out in the entry"],
  ["ids", "give an entry one key"],
  ["archiveprefix", "write eprinttype = {arxiv}"],
  ["primaryclass", "remove it"],
  ["howpublished", "give its address as url"],
  ["file", "remove it"],
  ["language", "remove it"],
  ["langid", "remove it"],
]);

const patterns: readonly (readonly [string, RegExp, string])[] = [
  ["doi", /^10\.\d{4,9}\/[-._;()/:A-Za-z0-9]+$/, "write the bare DOI, 10.1000/xyz, without https://doi.org/"],
  [
    "url",
    /^https?:\/\/[A-Za-z0-9.-]+(:\d+)?(\/[-A-Za-z0-9._~:/?#@!$&()*+,;=%]*)?$/,
    "write an http(s) address",
  ],
  ["year", /^\d{4}$/, "write four digits"],
  ["pages", /^[A-Za-z]?\d+(--?[A-Za-z]?\d+)?$/, "write 123--145, or the article number"],
];

/** Records of all sound entries; what is wrong with the others, and with duplicates, goes to the problems. */
export function readBibliography(entries: readonly BibEntry[], problems: Problems): Map<string, Reference> {
  const references = new Map<string, Reference>();
  const first = new Map<string, BibEntry>();
  const works = new Map<string, BibEntry>();
  for (const entry of entries) {
    const earlier = first.get(entry.key);
    if (earlier) {
      problems.add(entry, `[${entry.key}] duplicate key, first at line ${earlier.line}`, "keep one");
      continue;
    }
    first.set(entry.key, entry);
    const reference = readEntry(entry, references.size + 1, problems);
    if (!reference) continue;
    references.set(entry.key, reference);
    // Every paper stands once, under one key, however often it was exported.
    for (const id of [reference.doi?.toLowerCase(), reference.arxiv]) {
      const same = id === undefined ? undefined : works.get(id);
      if (same)
        problems.add(entry, `[${entry.key}] is [${same.key}] of line ${same.line} again: ${id}`, "keep one");
      else if (id !== undefined) works.set(id, entry);
    }
  }
  return references;
}

function readEntry(entry: BibEntry, number: number, problems: Problems): Reference | undefined {
  const fields = new Map<string, string>();
  let sound = true;
  const report = (place: Place, what: string, remedy: string) => {
    problems.add({ file: place.file, line: place.line }, `[${entry.key}] ${what}`, remedy);
    sound = false;
  };
  // A key is also a file name, an address and an id of citation-js, whose tables are plain objects.
  if (!/^[a-z][a-z0-9]*$/.test(entry.key) || entry.key in {}) {
    report(entry, "key is not lower-case letters and digits", "name it authorYEARword, as in lin2017focal");
  }
  if (!required.has(entry.type)) {
    const near = suggestion(entry.type, required.keys());
    const known = `use @${[...required.keys()].join(", @")}`;
    const remedy =
      entry.type === "misc" ? "write @online for a preprint or a page, @software for code" : known;
    report(entry, `unknown entry type @${entry.type}${near}`, remedy);
  }
  for (const field of entry.fields) checkField(field, fields, report);
  for (const name of ["title", "url", ...(required.get(entry.type) ?? [])]) {
    if ((fields.get(name) ?? "").trim() === "") report(entry, `missing field ${name}`, `add ${name} = {…},`);
  }
  return sound ? convert(entry, fields, number, report) : undefined;
}

type Report = (place: Place, what: string, remedy: string) => void;

function checkField(field: BibField, fields: Map<string, string>, report: Report): void {
  const { name, value } = field;
  if (fields.has(name)) report(field, `field ${name} stands twice`, "keep one");
  fields.set(name, value);
  const refusal = refused.get(name);
  if (refusal) report(field, `${name} is not used here`, refusal);
  else if (!fieldNames.has(name)) {
    report(field, `unknown field ${name}${suggestion(name, fieldNames)}`, "correct or remove it");
  }
  for (const [of, pattern, remedy] of patterns) {
    if (name === of && !pattern.test(value))
      report(field, `${name} "${value.slice(0, 60)}" is not one`, remedy);
  }
  if (name === "author" && /\band\s+others\b/i.test(value)) {
    report(field, "and others hides authors", "name every author; the styles shorten the list themselves");
  }
}

function convert(
  entry: BibEntry,
  fields: ReadonlyMap<string, string>,
  number: number,
  report: Report,
): Reference | undefined {
  const arxiv = arxivOf(entry, fields, report);
  const doi = fields.get("doi");
  const csl = parse(entry, fields, report);
  if (!csl) return undefined;
  const page = String(csl.page ?? "");
  const isNumber = csl.type === "article-journal" && page !== "" && !page.includes("-");
  return {
    file: entry.file,
    line: entry.line,
    key: entry.key,
    number,
    type: entry.type,
    authors: (csl.author ?? []).map(nameOf),
    title: String(csl.title ?? ""),
    year: Number(csl.issued?.["date-parts"]?.[0]?.[0]) || undefined,
    venue: String(csl["container-title"] ?? csl.publisher ?? ""),
    doi,
    arxiv,
    doiUrl: doi && `https://doi.org/${doi}`,
    arxivUrl: arxiv && `https://arxiv.org/abs/${arxiv}`,
    url: fields.get("url") ?? "",
    articleNumber: isNumber ? page : undefined,
    raw: entry.raw,
    csl,
  };
}

/** citation-js drops eprint, so the arXiv number is read here. */
function arxivOf(entry: BibEntry, fields: ReadonlyMap<string, string>, report: Report): string | undefined {
  const eprint = fields.get("eprint");
  if (eprint === undefined) return undefined;
  if (fields.get("eprinttype")?.toLowerCase() !== "arxiv") {
    report(entry, "eprint without eprinttype = {arXiv}", "add it; no other archive is linked");
  } else if (!/^\d{4}\.\d{4,5}$/.test(eprint)) {
    report(
      entry,
      `eprint "${eprint.slice(0, 40)}" is not an arXiv number`,
      "write 1708.02002, without a version",
    );
  }
  return eprint;
}

const citationOptions = {
  forceType: "@biblatex/text",
  generateGraph: false,
  maxChainLength: 10,
  strict: true,
  target: "@csl/list+object",
};

/** One entry at a time and with its own fields only, because citation-js loses a whole file to one bad entry. */
function parse(
  entry: BibEntry,
  fields: ReadonlyMap<string, string>,
  report: Report,
): Readonly<CSL> | undefined {
  const body = [...fields]
    .filter(([name]) => fieldNames.has(name) && name !== "eprint" && name !== "eprinttype")
    .map(([name, value]) => `${name} = {${value}}`);
  try {
    const text = `@${entry.type}{${entry.key},\n${body.join(",\n")}\n}`;
    const [csl] = plugins.input.chain(text, citationOptions);
    if (!csl) throw new Error("nothing was read");
    return csl;
  } catch (error) {
    const message = String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
    report(entry, `citation-js cannot read the entry: ${message}`, "check its names and TeX commands");
    return undefined;
  }
}

function nameOf(name: CSLName): Name {
  return {
    given: name.given ?? "",
    particle: name["non-dropping-particle"] ?? name["dropping-particle"] ?? "",
    family: name.family ?? name.literal ?? "",
  };
}

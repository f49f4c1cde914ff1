import { readBibliography } from "../../src/atlas/bibliography.ts";
import { type BibEntry, scanBibtex } from "../../src/atlas/bibtex.ts";
import { describe, Problems } from "../../src/atlas/problems.ts";
import { type Draft, Refusal, readFrom, todo, unused } from "./draft.ts";

/** Everything of an entry up to its key, and the key. */
const keyOf = /^(@\w+\s*\{\s*)[^,\s]*/m;
const keyPattern = /^[a-z]+\d{4}[a-z]+\d*$/;

/** A paper: its entry in references.bib and its own file, under one key. */
export function paper(name: string | undefined, root: string, bibtex?: string): Draft {
  const entry = bibtex === undefined ? emptyEntry(name) : entryFrom(bibtex, name);
  const references = readFrom(root, "references.bib");
  if (new RegExp(`^@\\w+\\{\\s*${entry.key}\\s*,`, "m").test(references)) {
    throw new Refusal(`references.bib: ${entry.key} is there already; edit it, or give another name`);
  }
  const path = unused(root, `content/papers/${entry.key}.yaml`);
  const files = new Map([
    ["references.bib", `${references.trimEnd()}\n\n${entry.text}\n`],
    [path, page()],
  ]);
  return { files, next: [`cite it: <Cite of="${entry.key}" at="eq. 1"/>`] };
}

const page =
  () => `# reviewed: one of the nine · neighbour: outside the five families · companion: of the source's publisher
role: neighbour
contribution: "${todo} what the work adds, in one sentence."
regime: "${todo} on which data and at which imbalance it was tried."
# introduced: a name, if it introduced one
# Only what was seen goes below: each with where it stands, and seen: paper, code, repository or secondary.
equations: []
settings: []
results: []
notes: []
`;

function emptyEntry(name: string | undefined): { key: string; text: string } {
  if (name === undefined) throw new Refusal("which paper? npm run new -- paper smith2024boundary");
  if (!keyPattern.test(name)) {
    throw new Refusal(`${name}: not a key; use author, year and a word in lower case, as in lin2017focal`);
  }
  const [, author = "", year = ""] = /^([a-z]+)(\d{4})/.exec(name) ?? [];
  const text = `@online{${name},
  author = {${author[0]?.toUpperCase()}${author.slice(1)}, Given},
  title  = {${todo} the exact title, proper names in braces},
  year   = {${year}},
  url    = {https://example.org/to-be-written}
}`;
  return { key: name, text };
}

/** One entry as a publisher or a reference manager exports it, renamed to the house's form of key. */
function entryFrom(bibtex: string, name: string | undefined): { key: string; text: string } {
  // A foreign key is replaced before anything is read: its form is nobody's fault.
  const own = /^@\w+\s*\{\s*([^,\s]*)/m.exec(bibtex)?.[1] ?? "";
  const source = keyPattern.test(own) ? bibtex : bibtex.replace(keyOf, "$1anon2000entry");
  const problems = new Problems();
  const entries = scanBibtex("standard input", source, problems);
  const references = readBibliography(entries, problems);
  const complaints = problems.all.map(describe);
  if (complaints.length > 0) throw new Refusal(complaints.join("\n"));
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) {
    throw new Refusal(`standard input: one BibTeX entry expected, ${entries.length} found`);
  }
  const reference = references.get(entry.key);
  if (!reference) throw new Refusal(`standard input:${entry.line}: the entry could not be read`);
  const key = name ?? (keyPattern.test(own) ? own : keyFor(reference.authors[0]?.family, entry));
  if (!keyPattern.test(key)) throw new Refusal(`${key}: not a key; name one after paper, as in lin2017focal`);
  return { key, text: entry.raw.replace(keyOf, `$1${key}`) };
}

const small = new Set([
  "the",
  "and",
  "for",
  "with",
  "from",
  "into",
  "using",
  "towards",
  "toward",
  "via",
  "are",
]);

/** authorYEARword: the first author's name and the first word of the title that says something. */
function keyFor(family: string | undefined, entry: BibEntry): string {
  const field = (name: string) => entry.fields.find((each) => each.name === name)?.value ?? "";
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replaceAll(/[^A-Za-z\s-]/g, "")
      .toLowerCase();
  const words = plain(field("title")).split(/[\s-]+/);
  const word = words.find((each) => each.length > 2 && !small.has(each)) ?? "work";
  return `${plain(family ?? "unknown").replaceAll(/[\s-]/g, "")}${field("year").trim()}${word}`;
}

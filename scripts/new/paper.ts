import { readBibliography } from "../../src/atlas/bibliography.ts";
import { type BibEntry, scanBibtex } from "../../src/atlas/bibtex.ts";
import { describe, Problems } from "../../src/atlas/problems.ts";
import { type Draft, Refusal, readFrom, todo, unused } from "./draft.ts";

/** The start of each entry and its key, whatever that looks like; @comment, @string and @preamble have none. */
const keys = /^(@(?!(?:comment|string|preamble)\b)\w+\s*[{(]\s*)([^,\n{}()]*)/gim;
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
# - { id, title, tex, where, seen }
equations: []
# - { name, value, where, verified: true or false }
settings: []
# - { id, metric, dataset, condition, value, where, seen }
results: []
notes: []
`;

function emptyEntry(name: string | undefined): { key: string; text: string } {
  if (name === undefined) {
    throw new Refusal(
      "paper: has no key yet; npm run new -- paper smith2024boundary, or npm run new -- paper --bibtex < entry.bib",
    );
  }
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
  // A foreign key is replaced before anything is read: its form is nobody's fault. Messages still call it by it.
  const own = new Map<string, string>();
  const source = bibtex.replace(/^\u{feff}/u, "").replaceAll(keys, (_, start: string, key: string) => {
    const stand = keyPattern.test(key.trim()) ? key.trim() : `anon2000entry${own.size}`;
    own.set(stand, key.trim() || "no key");
    return start + stand;
  });
  const problems = new Problems();
  const entries = scanBibtex("standard input", source, problems);
  if (problems.all.length === 0) {
    const [one, second] = entries;
    if (!one) throw new Refusal("standard input: holds no BibTeX entry; paste one, as @article{key, …}");
    if (second) {
      const place = `standard input:${second.line}`;
      throw new Refusal(`${place}: a second entry, ${own.get(second.key)}; give one at a time`);
    }
  }
  const references = readBibliography(entries, problems);
  const complaints = problems.all.map((problem) => {
    const what = problem.what.replace(/^\[(\w+)\]/, (label, key) =>
      own.has(key) ? `[${own.get(key)}]` : label,
    );
    return describe({ ...problem, what });
  });
  const entry = entries[0];
  const reference = entry && references.get(entry.key);
  if (complaints.length > 0 || !reference) throw new Refusal(complaints.join("\n"));
  const given = own.get(entry.key) ?? "";
  const key = name ?? (keyPattern.test(given) ? given : keyFor(reference.authors[0]?.family, entry));
  if (!keyPattern.test(key)) {
    const made =
      name === undefined
        ? `standard input:${entry.line}: its author and title make no key`
        : `${name}: not a key`;
    throw new Refusal(`${made}; choose one: npm run new -- paper --bibtex lin2017focal < entry.bib`);
  }
  return { key, text: entry.raw.replace(entry.key, key) };
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

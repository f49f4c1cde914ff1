import fc from "fast-check";
import { expect, test } from "vitest";
import { readBibliography } from "../../src/atlas/bibliography.ts";
import { scanBibtex } from "../../src/atlas/bibtex.ts";
import { describe, Problems } from "../../src/atlas/problems.ts";
import { effortOf } from "../effort.ts";

function read(text: string) {
  const problems = new Problems();
  const references = readBibliography(scanBibtex("references.bib", text, problems), problems);
  return { keys: [...references.keys()], references, messages: problems.all.map(describe) };
}

const good = (key: string, more = "") =>
  `@article{${key},\n  author = {Doe, Jane},\n  title = {On ${key}},\n  journal = {J},\n  year = {2020},\n` +
  `  url = {https://example.org/${key}}${more}\n}\n`;

test("a sound file gives every entry with its place, number and raw text", () => {
  const { references, messages } = read(`% comment\n${good("a1")}\n${good("b2")}`);
  expect(messages).toEqual([]);
  expect([...references.values()].map((r) => [r.key, r.number, r.line])).toEqual([
    ["a1", 1, 2],
    ["b2", 2, 10],
  ]);
  expect(references.get("b2")?.raw).toBe(good("b2").trim());
});

test("a duplicate key is reported with both lines and keeps the first", () => {
  const { keys, messages } = read(good("a1") + good("a1"));
  expect(keys).toEqual(["a1"]);
  expect(messages).toEqual(["references.bib:8: [a1] duplicate key, first at line 1; keep one"]);
});

test("one work under two keys, by its DOI or its arXiv number, is reported with both", () => {
  const arxiv = ",\n eprint = {2001.00001},\n eprinttype = {arXiv}";
  const doi = (text: string) => `,\n doi = {${text}}`;
  const { keys, messages } = read(
    good("a1", arxiv) + good("b2", doi("10.1000/Xy")) + good("c3", doi("10.1000/xy")) + good("d4", arxiv),
  );
  expect(keys).toEqual(["a1", "b2", "c3", "d4"]);
  expect(messages).toEqual([
    "references.bib:18: [c3] is [b2] of line 10 again: 10.1000/xy; keep one",
    "references.bib:26: [d4] is [a1] of line 1 again: 2001.00001; keep one",
  ]);
});

test("an entry that is never closed loses none of its neighbours", () => {
  const open = good("b2").replace("{On b2}", "{On b2").trim();
  const { keys, messages } = read(`${good("a1")}${open}\n\n${good("c3")}`);
  expect(keys).toEqual(["a1", "c3"]);
  expect(messages).toEqual([
    "references.bib:8: [b2] entry is not closed before the next one starts; " +
      "a brace or quote is missing; count { and } in each field",
  ]);
});

test("a brace too many is reported where it leaves text behind", () => {
  const { messages } = read(good("a1").replace("{J},", "{J}},") + good("b2"));
  expect(messages.join("\n")).toContain("text outside of an entry");
  expect(messages.join("\n")).toContain("references.bib:4");
});

const reports: readonly [string, string, string][] = [
  ["an undefined @string", good("a1").replace("{J}", "ieee"), "[a1] undefined @string ieee"],
  [
    "an unknown type",
    good("a1").replace("@article", "@artcle"),
    "unknown entry type @artcle (did you mean article?)",
  ],
  ["an unknown field", good("a1", ",\n pagse = {1}"), "unknown field pagse (did you mean pages?)"],
  ["and others", good("a1").replace("Doe, Jane", "Doe, Jane and others"), "and others hides authors"],
  ["a quote in a DOI", good("a1", ',\n doi = {10.1000/x" onclick="y}'), 'doi "10.1000/x'],
  [
    "a javascript: address",
    good("a1").replace("https://example.org/a1", "javascript:alert(1)"),
    'url "javascript',
  ],
  ["a data: address", good("a1").replace("https://example.org/a1", "data:text/html,x"), 'url "data:'],
  ["self crossref", good("a1", ",\n crossref = {a1}"), "crossref is not used here"],
  ["a key of Object.prototype", good("constructor"), "key is not lower-case letters and digits"],
  ["the key __proto__", good("__proto__"), "key is not lower-case letters and digits"],
  ["a field __proto__", good("a1", ",\n __proto__ = {x}"), "unknown field __proto__"],
  [
    "a missing field",
    good("a1").replace("  year = {2020},\n", ""),
    "[a1] missing field year; add year = {…},",
  ],
  ["a field given twice", good("a1", ",\n year = {2021}"), "field year stands twice; keep one"],
  ["a NUL", good("a1").replace("On a1", "On\0a1"), "NUL character"],
  ["latin-1 bytes", good("a1").replace("Doe", "D\u{fffd}e"), "bytes that are not UTF-8"],
  [
    "5,000 nested braces",
    good("a1").replace("On a1", "{".repeat(5000) + "}".repeat(5000)),
    "braces nested more than",
  ],
  ["a field of two megabytes", good("a1").replace("On a1", "x".repeat(2_000_000)), "has 2000000 characters"],
  ["two megabytes without an end", `@article{a1, title = {${"{}".repeat(1_000_000)}\n`, "not closed"],
];

test.each(reports)(
  "%s is reported in under two seconds of work, and the next entry is read",
  (_, text, message) => {
    const [{ keys, messages }, effort] = effortOf(() => read(`${text}\n${good("z9")}`));
    expect(effort).toBeLessThan(2000);
    expect(messages.join("\n")).toContain(message);
    expect(keys).toContain("z9");
  },
);

test("every problem is one line without control characters", () => {
  const { messages } = read(
    `@article{a1,\n  ti\u001btle = {x}\n}\n${good("b2").replace("{J}", "\u202eabc")}`,
  );
  expect(messages.length).toBeGreaterThan(0);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is asserted.
  for (const message of messages) expect(message).not.toMatch(/[\u0000-\u001f\u202e]/);
});

test("a byte order mark and CRLF line ends change neither keys nor lines", () => {
  const { references, messages } = read(`\u{feff}${good("a1")}${good("b2")}`.replaceAll("\n", "\r\n"));
  expect(messages).toEqual([]);
  expect(references.get("b2")?.line).toBe(8);
});

test("@string names, concatenation and quotes are read as BibTeX reads them", () => {
  const text = `@string{jj = "Journal of "}\n${good("a1").replace("{J}", 'jj # "Loss"')}`;
  expect(read(text).references.get("a1")?.venue).toBe("Journal of Loss");
});

test("accents, particles and article numbers are read", () => {
  const text = `@article{a1,
  author = {Doll{\\'a}r, Piotr and de Bruijne, Marleen and {Ben Ayed}, Ismail and Sch{\\"o}nlieb, C.-B.},
  title = {{Lov{\\'a}sz}}, journal = {J}, year = 2021, pages = {102035}, url = {https://example.org/}
}`;
  const reference = read(text).references.get("a1");
  expect(reference?.title).toBe("Lovász");
  expect(reference?.articleNumber).toBe("102035");
  expect(reference?.authors).toEqual([
    { given: "Piotr", particle: "", family: "Dollár" },
    { given: "Marleen", particle: "de", family: "Bruijne" },
    { given: "Ismail", particle: "", family: "Ben Ayed" },
    { given: "C.-B.", particle: "", family: "Schönlieb" },
  ]);
});

test("scanBibtex neither throws nor hangs on any text, and finds an entry that follows it", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "@",
      "{",
      "}",
      '"',
      "#",
      "=",
      ",",
      "@article{",
      "@string{",
      "\n@",
      "%",
      "\\",
      "a = {b},",
      "\r\n",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { keys } = read(`${pieces.join("")}\n${good("z9")}`);
      expect(keys).toContain("z9");
    }),
    { numRuns: 300 },
  );
});

test("one changed character in a sound file never loses both neighbours", () => {
  const text = good("a1") + good("b2") + good("c3");
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, c) => {
      const { keys } = read(text.slice(0, at) + c + text.slice(at + 1));
      expect(keys.length).toBeGreaterThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});

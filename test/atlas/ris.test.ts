import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readBibliography } from "../../src/atlas/bibliography.ts";
import { scanBibtex } from "../../src/atlas/bibtex.ts";
import { Problems } from "../../src/atlas/problems.ts";
import { allToRis } from "../../src/atlas/ris.ts";
import { plainBibtex } from "./plain-bibtex.ts";
import { parseRis } from "./plain-ris.ts";

const bib = readFileSync("references.bib", "utf8");
const problems = new Problems();
const references = readBibliography(scanBibtex("references.bib", bib, problems), problems);

test("RIS of all references is read back by an independent parser with nothing lost", () => {
  const records = parseRis(allToRis(references.values()));
  const entries = plainBibtex(bib);
  expect(records).toHaveLength(entries.length);
  for (const [i, entry] of entries.entries()) {
    const record = records[i]!;
    const one = (tag: string) => record.get(tag)?.[0];
    const { fields } = entry;
    expect(one("ID")).toBe(entry.key);
    expect(one("TI")).toBe(fields["title"]);
    expect(record.get("AU")).toEqual(
      entry.authors.map(({ particle, family, given }) => {
        const full = particle ? `${particle} ${family}` : family;
        return given ? `${full}, ${given}` : full;
      }),
    );
    expect(one("T2")).toBe(fields["journal"] ?? fields["booktitle"]);
    expect(one("T3")).toBe(fields["series"]);
    expect(one("PY")).toBe(fields["year"]);
    expect(one("VL")).toBe(fields["volume"]);
    expect(one("IS")).toBe(fields["number"]);
    expect([one("SP"), one("EP")].filter(Boolean).join("--")).toBe(fields["pages"] ?? "");
    expect(one("DO")).toBe(fields["doi"]);
    expect(one("UR")).toBe(fields["url"]);
    expect(one("AN")).toBe(fields["eprint"] && `arXiv:${fields["eprint"]}`);
    const article = entry.type === "article" && !fields["pages"]?.includes("-");
    expect(one("C7")).toBe(article ? fields["pages"] : undefined);
  }
});

test("RIS has one type tag first and knows papers, articles and pages", () => {
  const text = allToRis(references.values());
  expect(text.startsWith("TY  - CPAPER\r\nID  - long2015fcn\r\n")).toBe(true);
  expect(text).toContain("TY  - JOUR\r\nID  - ma2021lossodyssey");
  expect(text).toContain("TY  - ELEC\r\nID  - earthscanreview");
});

test("a line break in a field cannot start a tag of its own", () => {
  const text = bib.replace("Focal Loss for Dense", "Focal\nER  - \nTY  - EVIL Loss for Dense");
  const changed = readBibliography(scanBibtex("references.bib", text, new Problems()), new Problems());
  expect(parseRis(allToRis(changed.values()))).toHaveLength(references.size);
});

import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { readBibliography } from "../../src/atlas/bibliography.ts";
import { scanBibtex } from "../../src/atlas/bibtex.ts";
import { coinsSpan, toContextObject } from "../../src/atlas/coins.ts";
import { Problems } from "../../src/atlas/problems.ts";
import { plainBibtex } from "./plain-bibtex.ts";
import { zotero } from "./zotero.ts";

const bib = readFileSync("references.bib", "utf8");
const read = (text: string) => {
  const problems = new Problems();
  return readBibliography(scanBibtex("references.bib", text, problems), problems);
};

test("every reference's span is valid under Zotero's rules and says what the entry says", () => {
  const references = read(bib);
  for (const entry of plainBibtex(bib)) {
    const { document } = parseHTML(`<html><body>${coinsSpan(references.get(entry.key)!)}</body></html>`);
    const span = document.querySelector("span.Z3988")!;
    expect(span.childNodes).toHaveLength(0);
    const { type, fields } = zotero(span.getAttribute("title") ?? "");
    const expected: Record<string, string> = { article: "journalArticle", inproceedings: "conferencePaper" };
    expect(type).toBe(expected[entry.type] ?? "webpage");
    expect(fields.get(type === "webpage" ? "rft.title" : "rft.atitle")).toEqual([entry.fields["title"]]);
    expect(fields.get("rft.jtitle")?.[0]).toBe(entry.fields["journal"]);
    expect(fields.get("rft.btitle")?.[0]).toBe(entry.fields["booktitle"]);
    expect(fields.get("rft.date")?.[0]).toBe(entry.fields["year"]);
    expect(fields.get("rft.pages")?.[0]).toBe(entry.fields["pages"]?.replace("--", "-"));
    expect(fields.get("rft_id")).toEqual(
      [entry.fields["doi"] && `info:doi/${entry.fields["doi"]}`, entry.fields["url"]].filter(Boolean),
    );
    const authors = fields.get(type === "webpage" ? "rft.creator" : "rft.au");
    expect(authors).toHaveLength(entry.authors.length);
    expect(authors?.[0]).toContain(entry.authors[0]?.family);
  }
});

test("percent signs, ampersands, quotes and pluses in a title leave the span whole", () => {
  const title = `100% of "A&B" = C+D <x> 'y' (z)`;
  const reference = read(bib.replace("Focal Loss for Dense Object Detection", title)).get("lin2017focal")!;
  const { fields } = zotero(toContextObject(reference));
  expect(fields.get("rft.atitle")).toEqual([title.replace("+", " ")]);
  expect(coinsSpan(reference)).not.toMatch(/title="[^"]*[<>'][^"]*"/);
});

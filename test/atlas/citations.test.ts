import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readBibliography } from "../../src/atlas/bibliography.ts";
import { scanBibtex } from "../../src/atlas/bibtex.ts";
import { formatReference, type Style, styles, toCsl } from "../../src/atlas/citations.ts";
import { labelsOf } from "../../src/atlas/labels.ts";
import { Problems } from "../../src/atlas/problems.ts";
import { plainBibtex } from "./plain-bibtex.ts";

const bib = readFileSync("references.bib", "utf8");

function read(text: string) {
  const problems = new Problems();
  const references = readBibliography(scanBibtex("references.bib", text, problems), problems);
  problems.throwIfAny();
  return references;
}

const references = read(bib);
const reference = (key: string) => references.get(key)!;
const text = (key: string, style: Style) => formatReference(reference(key), style).text;

test("references.bib has no problem and starts with the nine works of the review in its order", () => {
  expect([...references.keys()].slice(0, 9)).toEqual([
    "long2015fcn",
    "milletari2016vnet",
    "sudre2017gdl",
    "lin2017focal",
    "berman2018lovasz",
    "salehi2017tversky",
    "abraham2019focaltversky",
    "jadon2020survey",
    "ma2021lossodyssey",
  ]);
  expect(reference("lin2017focal").number).toBe(4);
});

test("the four styles print a conference paper as their guides ask", () => {
  expect(text("lin2017focal", "apa")).toBe(
    "Lin, T.-Y., Goyal, P., Girshick, R., He, K., & Dollár, P. (2017). Focal Loss for Dense Object Detection. " +
      "2017 IEEE International Conference on Computer Vision (ICCV), 2999–3007. https://doi.org/10.1109/ICCV.2017.324",
  );
  expect(text("lin2017focal", "vancouver")).toBe(
    "Lin TY, Goyal P, Girshick R, He K, Dollár P. Focal Loss for Dense Object Detection. In: 2017 IEEE " +
      "International Conference on Computer Vision (ICCV). IEEE; 2017. p. 2999–3007. doi:10.1109/ICCV.2017.324",
  );
  expect(text("lin2017focal", "harvard")).toContain(
    "Lin, T.-Y. et al. (2017) “Focal Loss for Dense Object Detection,”",
  );
  expect(text("lin2017focal", "ieee")).toBe(
    "T.-Y. Lin, P. Goyal, R. Girshick, K. He, and P. Dollár, “Focal Loss for Dense Object Detection,” in 2017 IEEE " +
      "International Conference on Computer Vision (ICCV), pp. 2999–3007, IEEE, 2017, doi: 10.1109/ICCV.2017.324.",
  );
});

test("an article number, a particle and an arXiv number are printed as such", () => {
  expect(text("ma2021lossodyssey", "apa")).toContain("Medical Image Analysis, 71, Article 102035.");
  expect(text("ma2021lossodyssey", "ieee")).toContain("vol. 71, Art. no. 102035, 2021");
  expect(text("kervadec2023dicegradient", "apa")).toContain("de Bruijne, M. (2023)");
  expect(text("kervadec2023dicegradient", "ieee")).toContain("arXiv:2304.04319");
});

test.each([...references.keys()])("%s is printed in every style with its names, year and a link", (key) => {
  for (const { id } of styles) {
    const { text, html } = formatReference(reference(key), id);
    expect(text).toContain(reference(key).authors[0]!.family);
    if (reference(key).year) expect(text).toContain(String(reference(key).year));
    expect(html).toMatch(/<a href="https?:\/\/[^"]+">/);
    expect(html.replace(/<a href="https?:[^"<>]*">|<\/a>|<\/?i>/g, "")).not.toMatch(/[<>]/);
  }
});

test("no style leaves a verb without its preposition before an address", () => {
  for (const key of references.keys())
    for (const { id } of styles)
      expect([key, id, /\bRetrieved https?:/.test(text(key, id))]).toEqual([key, id, false]);
  expect(text("earthscanreview", "apa")).toMatch(/segmentation\]\. https:\/\/earthscan\.io\//);
});

test("markup and entities in any field come out as text, in every style", () => {
  const evil = `<img src=x onerror=alert(1)> <script>alert(1)</script> & "q" <a href='x'>`;
  const hostile = read(`@article{evil2020,
    author = {<b onclick=x>Bold</b>, <i>It</i>}, title = {${evil}}, journal = {${evil}}, year = {2020},
    url = {https://example.org/}
  }`).get("evil2020")!;
  for (const { id } of styles) {
    const { html } = formatReference(hostile, id);
    expect(html.replace(/<a href="https:\/\/example\.org\/">|<\/a>|<\/?i>/g, "")).not.toMatch(/[<>"]/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  }
});

test("CSL-JSON loses nothing of the raw entries", () => {
  for (const entry of plainBibtex(bib)) {
    const csl = JSON.parse(JSON.stringify(toCsl(reference(entry.key))));
    expect(csl.id).toBe(entry.key);
    expect(csl.title).toBe(entry.fields["title"]);
    expect(
      csl.author.map((a: Record<string, string>) => [a["non-dropping-particle"], a["family"], a["given"]]),
    ).toEqual(
      entry.authors.map(({ particle, family, given }) => [particle || undefined, family, given || undefined]),
    );
    const pairs: [unknown, string | undefined][] = [
      [csl["container-title"], entry.fields["journal"] ?? entry.fields["booktitle"]],
      [csl["collection-title"], entry.fields["series"]],
      [csl.volume, entry.fields["volume"]],
      [csl.issue, entry.fields["number"]],
      [csl.page, entry.fields["pages"]?.replace("--", "-")],
      [csl.DOI, entry.fields["doi"]],
      [csl.URL, entry.fields["url"]],
      [csl.archive_location, entry.fields["eprint"]],
      [csl.issued?.["date-parts"]?.[0]?.[0]?.toString(), entry.fields["year"]],
    ];
    for (const [found, expected] of pairs) expect(found).toBe(expected);
    if (entry.fields["publisher"]) expect(csl.publisher).toBe(entry.fields["publisher"]);
  }
});

test("author-year labels tell works of one author and year apart", () => {
  const labels = labelsOf(references.values());
  expect(labels.get("salehi2017tversky")).toBe("Mohseni Salehi et al., 2017");
  expect(labels.get("abraham2019focaltversky")).toBe("Abraham and Khan, 2019");
  expect(labels.get("jadon2020survey")).toBe("Jadon, 2020");
  expect(labels.get("kervadec2023dicegradient")).toBe("Kervadec and de Bruijne, 2023");
  expect(new Set(labels.values()).size).toBe(references.size);
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { contentFiles } from "../../src/atlas/node.ts";
import { plainBibtex } from "../atlas/plain-bibtex.ts";
import { parseRis } from "../atlas/plain-ris.ts";
import { zotero } from "../atlas/zotero.ts";
import { dist } from "./browser.ts";
import { expectNone } from "./none.ts";
import { pages } from "./pages.ts";

/** The built site as Zotero, Google Scholar and reference managers read it. */

const read = (path: string) => readFileSync(join(dist, path), "utf8");
const documentOf = (html: string) => parseHTML(html).document as unknown as Document;
const review = documentOf(pages.find(({ path }) => path === "/")!.html);
const metas = (name: string) =>
  [...review.querySelectorAll(`meta[name="${name}"]`)].map((meta) => meta.getAttribute("content")!);
const entries = plainBibtex(contentFiles().get("references.bib")!);
const listed = [...review.querySelectorAll(".references > li[id]")].map(({ id }) => id.replace("ref-", ""));
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

describe("Google Scholar", () => {
  test("finds title, author, date in its form and one reference for each work of the list", () => {
    expect(metas("citation_title")[0]).toContain(review.querySelector("h1")!.textContent);
    expect(metas("citation_author")).toHaveLength(1);
    expect(metas("citation_publication_date")[0]).toMatch(/^\d{4}\/\d\d\/\d\d$/);
    expect(metas("citation_reference")).toHaveLength(listed.length);
    for (const key of listed) {
      const { fields } = entries.find((entry) => entry.key === key)!;
      expect(
        metas("citation_reference").some((text) => text.includes(`citation_title=${fields["title"]};`)),
      ).toBe(true);
    }
  });

  test("is promised a PDF only where there is one, in the page's own folder", () => {
    const files = metas("citation_pdf_url").map((url) => new URL(url).pathname.slice(1));
    expectNone(files.filter((file) => file.includes("/") || !existsSync(join(dist, file))));
  });

  test("sees the abstract and the references under their names, and may come in", () => {
    const headings = [...review.querySelectorAll("h2")].map((h2) => h2.textContent!.replace("§", "").trim());
    expect(headings).toEqual(expect.arrayContaining(["Abstract", "References"]));
    expect(review.querySelector("#abstract")!.closest("[hidden], details")).toBeNull();
    expect(read("robots.txt")).toMatch(
      /^User-agent: \*\nAllow: \/\n\nSitemap: https:\/\/\S+\/sitemap.xml\n$/,
    );
  });
});

test("the review says what it is in JSON-LD, with every work that it cites", () => {
  const article = JSON.parse(review.querySelector('script[type="application/ld+json"]')!.textContent!);
  expect(article).toMatchObject({ "@type": "ScholarlyArticle", version, inLanguage: "en" });
  expect(article.citation.map((work: { name: string }) => work.name)).toEqual(
    listed.map((key) => entries.find((entry) => entry.key === key)!.fields["title"]),
  );
  expect(article.isBasedOn).toBe(entries.find(({ key }) => key === "earthscanreview")!.fields["url"]);
});

describe("Zotero", () => {
  test("reads every span of every page under its own rules", () => {
    const wrong = pages.flatMap(({ path, html }) =>
      [...documentOf(html).querySelectorAll(".Z3988")].flatMap((span) => {
        try {
          const { type, fields } = zotero(span.getAttribute("title") ?? "");
          const named = fields.has("rft.title") || fields.has("rft.atitle");
          return type !== "none" && named ? [] : [`${path}: ${type} without a title`];
        } catch (error) {
          return [`${path}: ${error}`];
        }
      }),
    );
    expectNone(wrong);
  });

  test("finds the review first, then each of its references", () => {
    const titles = [...review.querySelectorAll(".Z3988")].map((span) => {
      const { fields } = zotero(span.getAttribute("title")!);
      return (fields.get("rft.atitle") ?? fields.get("rft.title"))![0];
    });
    const works = listed.map((key) => entries.find((entry) => entry.key === key)!.fields["title"]);
    expect(titles).toEqual([metas("citation_title")[0], ...works]);
  });

  test("saves from a paper's page that paper alone", () => {
    for (const { key, fields } of entries) {
      const page = documentOf(pages.find(({ path }) => path === `/papers/${key}/`)!.html);
      const spans = [...page.querySelectorAll(".Z3988")].map(
        (span) => zotero(span.getAttribute("title")!).fields,
      );
      expect(spans.map((own) => (own.get("rft.atitle") ?? own.get("rft.title"))![0])).toEqual([
        fields["title"],
      ]);
    }
  });
});

describe("the list of references, taken along", () => {
  test("is the raw BibTeX, entry by entry, with nothing lost", () => {
    expect(plainBibtex(read("references.bib"))).toEqual(entries);
  });

  test("is RIS and CSL-JSON that other readers understand, with names, numbers and accents", () => {
    const ris = parseRis(read("references.ris"));
    const csl = JSON.parse(read("references.json")) as Record<string, unknown>[];
    expect(ris.map((record) => record.get("ID")![0])).toEqual(entries.map(({ key }) => key));
    for (const [i, { key, authors, fields }] of entries.entries()) {
      const item = csl[i]!;
      const names = item["author"] as { family: string; given?: string; "non-dropping-particle"?: string }[];
      expect(item).toMatchObject({ id: key, title: fields["title"] });
      expect(names.map(({ family }) => family)).toEqual(authors.map(({ family }) => family));
      expect(names.map((name) => name["non-dropping-particle"] ?? "")).toEqual(
        authors.map(({ particle }) => particle ?? ""),
      );
      expect(item["DOI"]).toBe(fields["doi"]);
      expect(item["archive_location"]).toBe(fields["eprint"]);
      expect(read(`papers/${key}.json`)).toBe(`${JSON.stringify([item], undefined, 2)}\n`);
      expect(parseRis(read(`papers/${key}.ris`))).toEqual([ris[i]]);
      expect(plainBibtex(read(`papers/${key}.bib`))[0]!.fields).toEqual(fields);
    }
  });
});

test("CITATION.cff agrees with what the site says of itself", () => {
  const cff = parse(readFileSync("CITATION.cff", "utf8"));
  const own = parseRis(read("cite/review.ris"))[0]!;
  expect(cff.title).toBe(own.get("TI")![0]);
  expect(cff.authors.map(({ name }: { name: string }) => name)).toEqual(own.get("AU"));
  expect(cff.version).toBe(version);
  expect(cff["date-released"].replaceAll("-", "/")).toBe(metas("citation_publication_date")[0]);
  expect(cff.url).toBe(own.get("UR")![0]);
  const source = entries.find(({ key }) => key === "earthscanreview")!;
  expect(cff.references[0].url).toBe(source.fields["url"]);
  expect(own.get("N1")![0]).toContain(`Version ${version}, ${cff["date-released"]}`);
});

test("everything that can be cited has its three records, which lead to an anchor that was built", () => {
  const claims = [...contentFiles().keys()].flatMap(
    (path) => /^content\/claims\/(.*)\.yaml$/.exec(path)?.[1] ?? [],
  );
  const own = [...documentOf(read("cite/index.html")).querySelectorAll('a[href$=".ris"]')]
    .map((a) => a.getAttribute("href")!.slice(1))
    .filter((file) => file.startsWith("cite/"));
  const files = [...new Set([...own, ...claims.map((id) => `cite/claim-${id}.ris`)])];
  const wrong = files.flatMap((file) => {
    const url = new URL(parseRis(read(file))[0]!.get("UR")![0]!);
    const page = pages.find(({ path }) => path === url.pathname);
    const lost = url.hash !== "" && !page?.html.includes(`id="${url.hash.slice(1)}"`);
    const records = ["bib", "json"].filter((ending) => !existsSync(join(dist, file.replace(/ris$/, ending))));
    return [
      ...(!page || lost ? [`${file}: ${url} leads nowhere`] : []),
      ...records.map((ending) => `${file}: no ${ending}`),
    ];
  });
  expectNone(wrong);
});

test("a reference says how often it is cited here and leads back to each of those places", () => {
  const wrong = pages
    .filter(({ path }) => /^\/($|families\/|questions\/)/.test(path))
    .flatMap(({ path, html }) => {
      const document = documentOf(html);
      return [...document.querySelectorAll(".references > li[id]")].flatMap((item) => {
        const mentions = [...document.querySelectorAll(`a[id][data-card="${item.id}"]`)].map(
          ({ id }) => `#${id}`,
        );
        const back = [...item.querySelectorAll(".here a")].map((link) => link.getAttribute("href")!);
        const same = mentions.length === back.length && back.every((hash) => mentions.includes(hash));
        return same ? [] : [`${path}#${item.id}: ${mentions.length} mentions, ${back.length} links back`];
      });
    });
  expectNone(wrong);
});

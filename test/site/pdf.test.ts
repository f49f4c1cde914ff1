import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { extractLinks, extractText, getDocumentProxy } from "unpdf";
import { beforeAll, expect, test } from "vitest";
import { printReview, promise } from "../../scripts/pdf.ts";
import { dist } from "./browser.ts";
import { expectNone } from "./none.ts";

/** The PDF of the review as indexes read it, by a reader that has nothing to do with the browser that printed it. */

const html = readFileSync(join(dist, "index.html"), "utf8");
const { document } = parseHTML(html);
let bytes: Uint8Array;
let pages: string[];
beforeAll(async () => {
  bytes = await printReview(dist);
  pages = (await extractText(new Uint8Array(bytes))).text;
});

const plain = (text: string) => text.replace(/[\s\u2060§]+/g, "");

test("is no larger than indexes accept", () => {
  expect(bytes.length).toBeLessThan(5_000_000);
  expect(pages.length).toBeGreaterThan(5);
});

test("begins with the title in its largest letters, and the authors on the line below", async () => {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const content = await (await pdf.getPage(1)).getTextContent();
  const items = content.items.flatMap((item) => ("str" in item && item.str.trim() ? [item] : []));
  const largest = Math.max(...items.map(({ height }) => height));
  const title = items.filter(({ height }) => height === largest).map(({ str }) => str);
  const after = items[items.findLastIndex(({ height }) => height === largest) + 1];
  expect(plain(title.join(" "))).toBe(plain(document.querySelector("h1")!.textContent));
  expect(after?.str).toBe(document.querySelector('meta[name="citation_author"]')?.getAttribute("content"));
});

test("holds every heading in its order, every reference, and the measured numbers as text", () => {
  const text = plain(pages.join(" "));
  let from = 0;
  const lost = [...document.querySelectorAll("main h2, main h3")].flatMap((heading) => {
    const at = text.indexOf(plain(heading.textContent), from);
    if (at >= 0) from = at;
    return at < 0 ? [`heading ${heading.textContent}`] : [];
  });
  const numbers = [...document.querySelectorAll("main a.num")].map(({ textContent }) => plain(textContent));
  const works = [...document.querySelectorAll(".references [data-style=apa]")].map((work) => {
    return plain(work.textContent).slice(0, 30);
  });
  expect(works.length).toBeGreaterThanOrEqual(9);
  expectNone([...lost, ...[...numbers, ...works].filter((wanted) => !text.includes(wanted))]);
});

test("leads to the published site and to nothing on the machine that printed it", async () => {
  const { links } = await extractLinks(new Uint8Array(bytes));
  expectNone(links.filter((link) => !link.startsWith("https://")));
  const home = document.querySelector("link[rel=canonical]")!.getAttribute("href")!;
  const figures = [...document.querySelectorAll("main .figure a[href^='/embed/']")];
  const wanted = figures.map((link) => new URL(link.getAttribute("href")!, home).href);
  expect(wanted.length).toBeGreaterThanOrEqual(4);
  expectNone(wanted.filter((url) => !links.includes(url)));
});

test("is promised by the page once, in the page's own folder, however often it is made", () => {
  const once = promise(html, "a.pdf");
  expect(promise(once, "a.pdf")).toBe(once);
  expect(once.match(/citation_pdf_url" content="([^"]+)"/g)).toHaveLength(1);
  const home = document.querySelector("link[rel=canonical]")!.getAttribute("href");
  expect(once).toContain(`citation_pdf_url" content="${home}a.pdf"`);
  expect(parseHTML(once).document.querySelector(".byline a.pdf")?.getAttribute("href")).toBe("a.pdf");
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser, parseHTML } from "linkedom";
import sharp from "sharp";
import { expect, test } from "vitest";
import { dist } from "./browser.ts";
import { expectNone } from "./none.ts";
import { pages } from "./pages.ts";

/** Sitemap, feed, llms.txt and Markdown twins, read as their readers read them. */

const read = (path: string) => readFileSync(join(dist, path), "utf8");
const xml = (path: string) => new DOMParser().parseFromString(read(path), "text/xml") as unknown as Document;
const standing = pages.filter(({ path }) => path.endsWith("/") && !/^\/(embed|v)\//.test(path));
const pathOf = (url: string) => new URL(url).pathname;

test("the sitemap lists every page that stands for itself, once, by its canonical address", () => {
  const locations = [...xml("sitemap.xml").querySelectorAll("loc")].map((loc) => pathOf(loc.textContent!));
  expect(locations.toSorted()).toEqual(standing.map(({ path }) => path).toSorted());
});

test("the feed has one entry for each version of the changelog, the newest first and the one that was built", () => {
  const versions = [...readFileSync("CHANGELOG.md", "utf8").matchAll(/^## (\d\S+), (\S+)$/gm)];
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const feed = xml("feed.xml");
  const texts = (selector: string) => [...feed.querySelectorAll(selector)].map((e) => e.textContent);
  expect(texts("entry title")).toEqual(versions.map(([, number]) => `Version ${number}`));
  expect(versions[0]![1]).toBe(version);
  expect(texts("entry updated")).toEqual(versions.map(([, , date]) => `${date}T00:00:00Z`));
  const anchors = [...feed.querySelectorAll("entry id")].map((id) => new URL(id.textContent!).hash.slice(1));
  expectNone(anchors.filter((anchor) => !read("changes/index.html").includes(`id="${anchor}"`)));
});

test("every version of the changelog can be read at the address that it was given", () => {
  const versions = [...readFileSync("CHANGELOG.md", "utf8").matchAll(/^## (\d+\.\d+)\.\d+, /gm)];
  const missing = versions.filter(([, edition]) => !existsSync(join(dist, `v/${edition}/index.html`)));
  expectNone(
    missing.map(
      ([, edition]) => `/v/${edition}/: not there; npm run keep stores it before the version moves`,
    ),
  );
  const { document } = parseHTML(read(`v/${versions[0]![1]}/index.html`));
  const review = parseHTML(read("index.html")).document;
  const said = (of: Document) =>
    [...of.querySelectorAll("main h2, main p:not(.kept)")].map((e) => e.textContent);
  expect(said(document as unknown as Document)).toEqual(said(review as unknown as Document));
  expect(document.querySelectorAll("script")).toHaveLength(0);
});

test("llms.txt leads to a twin of every page, and to nothing that was not built", () => {
  const targets = [...read("llms.txt").matchAll(/\]\((https:[^)]+)\)/g)].map(([, url]) => pathOf(url!));
  expectNone(targets.filter((path) => !existsSync(join(dist, path))));
  expect(targets.filter((path) => path.endsWith(".md")).toSorted()).toEqual(
    standing.map(({ path }) => `${path}index.md`).toSorted(),
  );
});

test("a twin says what its page says: each heading, each paragraph's first words, no markup", () => {
  const plain = (text: string) => text.replace(/[\s\\*_`\u2060]+|\[|\]\([^)]*\)|\]/g, "");
  const wrong = standing.flatMap(({ path, html }) => {
    const { document } = parseHTML(html);
    for (const unseen of document.querySelectorAll(".visually-hidden")) unseen.remove();
    const twin = read(`${path}index.md`);
    const text = plain(twin);
    const headings = [...document.querySelectorAll("main :is(h1, h2, h3)")];
    const lost = headings
      .map((heading) => plain(heading.textContent!.replace("§", "")))
      .filter((heading) => !text.includes(heading) && !/\$|\p{Sm}/u.test(heading));
    const paragraphs = [...document.querySelectorAll("main .text > p:not(.small, .byline)")].filter(
      (p) => !p.querySelector("math, .cite, button, [hidden]"),
    );
    const missing = paragraphs
      .map((p) => plain(p.textContent!).slice(0, 60))
      .filter((start) => !text.includes(start));
    const markup = /<\/?(p|div|span|a|section)\b/.exec(twin.replace(/```[\s\S]*?```/g, ""));
    return [
      ...lost.map((heading) => `${path}: no heading ${heading}`),
      ...missing.map((start) => `${path}: no paragraph "${start}"`),
      ...(markup ? [`${path}: ${markup[0]}`] : []),
    ];
  });
  expectNone(wrong);
});

test("every page names a card of the size that networks show, with something drawn and written on it", async () => {
  const named = new Set(
    pages.map(
      ({ html }) =>
        parseHTML(html).document.querySelector('meta[property="og:image"]')!.getAttribute("content")!,
    ),
  );
  expect(named.size).toBeGreaterThan(7);
  for (const url of named) {
    const card = sharp(join(dist, pathOf(url)));
    const { format, width, height } = await card.metadata();
    expect({ format, width, height }).toEqual({ format: "jpeg", width: 1200, height: 630 });
    // The strip, the title and the numbers: a fallback for a missing font or picture would leave one of them flat.
    for (const region of [
      { left: 0, top: 0, width: 440, height: 570 },
      { left: 480, top: 60, width: 600, height: 60 },
      { left: 480, top: 480, width: 600, height: 60 },
    ]) {
      const { channels } = await sharp(join(dist, pathOf(url)))
        .extract(region)
        .stats();
      expect(channels[0]!.stdev).toBeGreaterThan(10);
    }
  }
});

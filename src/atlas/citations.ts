import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import { type CSL, plugins } from "@citation-js/core";
import type { Reference } from "./bibliography.ts";
import { escapeHtml } from "./escape.ts";
import { ieeeStyle } from "./ieee-style.ts";

/** The styles that a reader may choose from; APA, Vancouver and Harvard come with citation-js. */
export const styles = [
  { id: "apa", title: "APA" },
  { id: "vancouver", title: "Vancouver" },
  { id: "harvard", title: "Harvard" },
  { id: "ieee", title: "IEEE-like" },
] as const;
export type Style = (typeof styles)[number]["id"];

const templates: Readonly<Record<Style, string>> = {
  apa: "apa",
  vancouver: "vancouver",
  harvard: "harvard1",
  ieee: "lossmap-ieee-like",
};
plugins.config.get("@csl").styles.add(templates.ieee, ieeeStyle);

/** One reference in one style, without its number: plain for the clipboard, and escaped with links for the page. */
export interface Formatted {
  readonly text: string;
  readonly html: string;
}

/** What was printed of a reference: the same stands on many pages, and a style takes its time. */
const printed = new WeakMap<Reference, Partial<Record<Style, Formatted>>>();

/** A reference in a style, printed once. */
export function formatReference(reference: Reference, style: Style): Formatted {
  const known = printed.get(reference) ?? {};
  printed.set(reference, known);
  known[style] ??= print(reference, style);
  return known[style];
}

/** What citation-js prints is taken apart, escaped and put together with links of our own. */
function print(reference: Reference, style: Style): Formatted {
  const html = plugins.output.format("bibliography", [cslFor(reference, style)], {
    template: templates[style],
    format: "html",
    lang: "en-US",
  }) as string;
  const runs = runsOf(html);
  return {
    text: runs.map((run) => run.text).join(""),
    html: runs.map((run) => toHtml(run, reference)).join(""),
  };
}

/** CSL-JSON of one reference, with what citation-js drops: arXiv's number, and its article number as such. */
export function toCsl(reference: Reference): CSL {
  const csl: CSL = structuredClone(reference.csl);
  const { arxiv, articleNumber } = reference;
  if (articleNumber !== undefined) csl.number = articleNumber;
  if (arxiv === undefined) return csl;
  csl.archive = "arXiv";
  csl.archive_location = arxiv;
  if (csl.type === "webpage") Object.assign(csl, { type: "article", genre: "preprint", publisher: "arXiv" });
  return csl;
}

/** What a style is given: the DOI instead of an address, and the article number where the style looks for it. */
function cslFor(reference: Reference, style: Style): CSL {
  const { archive: _, archive_location: number, ...csl } = toCsl(reference);
  if (reference.doi !== undefined) delete csl.URL;
  if (reference.articleNumber !== undefined && (style === "apa" || style === "ieee")) delete csl.page;
  if (csl.genre === "preprint") csl.number = `arXiv:${number}`;
  delete csl.note;
  return csl as CSL;
}

interface Run {
  readonly text: string;
  readonly italic: boolean;
}

/** Text of the printed entry with its italics; every other tag goes, and so does the number in front of an entry. */
function runsOf(html: string): Run[] {
  const body = html.replace(/<div class="csl-left-margin">[\s\S]*?<\/div>/, "");
  const runs: Run[] = [];
  let italic = false;
  for (const part of body.split(/(<[^>]*>)/)) {
    if (/^<\/?i>$/.test(part)) italic = part === "<i>";
    else if (!part.startsWith("<") && part !== "") runs.push({ text: decode(part), italic });
  }
  // APA writes "Retrieved", a date and "from"; without a date of access its template leaves the verb alone.
  const plain = (text: string) => text.replace(/\s+/g, " ").replace(/\bRetrieved (?=https?:)/, "");
  const trimmed = runs.map(({ text, italic }) => ({ text: plain(text), italic }));
  const first = trimmed.findIndex(({ text }) => text.trim() !== "");
  const last = trimmed.findLastIndex(({ text }) => text.trim() !== "");
  return trimmed.slice(first, last + 1).map((run, i, all) => ({
    ...run,
    text: i === 0 ? run.text.trimStart() : i === all.length - 1 ? run.text.trimEnd() : run.text,
  }));
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u{a0}" };

const decode = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? all;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
  });

function toHtml({ text, italic }: Run, reference: Reference): string {
  const targets = [reference.doiUrl, reference.doi, reference.url].filter((t): t is string => !!t);
  const target = targets.find((t) => text.includes(t));
  if (italic || target === undefined) return italic ? `<i>${escapeHtml(text)}</i>` : escapeHtml(text);
  const at = text.indexOf(target);
  const href = target === reference.doi ? reference.doiUrl : target;
  const anchor = `<a href="${escapeHtml(href ?? "")}">${escapeHtml(target)}</a>`;
  return escapeHtml(text.slice(0, at)) + anchor + escapeHtml(text.slice(at + target.length));
}

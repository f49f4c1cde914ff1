import type { Reference } from "./bibliography.ts";
import { escapeHtml } from "./escape.ts";
import { fullFamily } from "./labels.ts";

/**
 * A reference as an OpenURL ContextObject. One bad pair stops Zotero's detection on the whole page, therefore every
 * value is percent-encoded, no pair is empty, and a plus becomes a space here already, as it would there.
 */
export function toContextObject(reference: Reference): string {
  const { csl } = reference;
  const journal = reference.type === "article";
  const format = journal ? "journal" : reference.type === "inproceedings" ? "book" : "dc";
  const [first] = reference.authors;
  const [start, end] = String(csl.page ?? "").split("-");
  const pairs: [string, string | number | undefined][] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", `info:ofi/fmt:kev:mtx:${format}`],
    ["rfr_id", "info:sid/lossmap:review"],
    ["rft_id", reference.doi === undefined ? undefined : `info:doi/${reference.doi}`],
    ["rft_id", reference.url],
    ...(format === "dc" ? pageFields(reference) : articleFields(reference, journal)),
    ["rft.volume", csl.volume],
    ["rft.issue", csl.issue],
    ["rft.spage", start],
    ["rft.epage", end],
    ["rft.pages", csl.page],
    ["rft.pub", format === "book" ? csl.publisher : undefined],
    ["rft.place", csl["publisher-place"]],
    ["rft.date", reference.year],
    ["rft.aulast", format !== "dc" && first ? fullFamily(first) : undefined],
    ["rft.aufirst", format !== "dc" ? first?.given : undefined],
    ...reference.authors.map((name): [string, string] => [
      format === "dc" ? "rft.creator" : "rft.au",
      [fullFamily(name), name.given].filter((part) => part !== "").join(", "),
    ]),
  ];
  return pairs
    .filter(([, value]) => value !== undefined && String(value).trim() !== "")
    .map(([key, value]) => `${key}=${encode(String(value))}`)
    .join("&");
}

const articleFields = (reference: Reference, journal: boolean): [string, string | undefined][] => [
  // Zotero compares this pair as it stands; with it a part of proceedings becomes a conference paper.
  ["rft.genre", journal ? "article" : "proceeding"],
  ["rft.atitle", reference.title],
  [journal ? "rft.jtitle" : "rft.btitle", reference.venue],
];

const pageFields = (reference: Reference): [string, string | undefined][] => [
  ["rft.type", "webpage"],
  ["rft.title", reference.title],
  ["rft.source", reference.venue],
];

const encode = (value: string) =>
  encodeURIComponent(value.replace(/\+/g, " ")).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The empty span that Zotero and others look for beside each reference. */
export const coinsSpan = (reference: Reference): string =>
  `<span class="Z3988" title="${escapeHtml(toContextObject(reference))}"></span>`;

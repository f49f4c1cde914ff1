/**
 * Reads a span under the rules that Zotero applies: the type is decided by whole pairs as they stand, every pair has
 * one "=", a plus and %2B are spaces, and a percent sign that is no escape throws.
 */
export function zotero(title: string): { type: string; fields: Map<string, string[]> } {
  const pairs = title.split("&");
  const format = pairs.find((pair) => pair.startsWith("rft_val_fmt="));
  const kind = decodeURIComponent(format?.slice(12) ?? "");
  const types: Record<string, string> = {
    "info:ofi/fmt:kev:mtx:journal": "journalArticle",
    "info:ofi/fmt:kev:mtx:dc": "webpage",
    "info:ofi/fmt:kev:mtx:book": pairs.some((pair) => /^rft\.genre=(proceeding|conference)$/.test(pair))
      ? "conferencePaper"
      : "book",
  };
  const fields = new Map<string, string[]>();
  for (const pair of pairs) {
    const parts = pair.split("=");
    if (parts.length !== 2 || !parts[0] || !parts[1]) throw new Error(`bad pair: ${pair}`);
    const value = decodeURIComponent(parts[1].replace(/\+|%2[bB]/g, " "));
    fields.set(parts[0], [...(fields.get(parts[0]) ?? []), value]);
  }
  return { type: types[kind] ?? "none", fields };
}

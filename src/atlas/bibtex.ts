import { Broken, EntryReader } from "./bibtex-entry.ts";
import { lineIndex, type Place, type Problems } from "./problems.ts";

export interface BibField extends Place {
  readonly name: string;
  /** The text between the outer braces or quotes, with @string names put in. */
  readonly value: string;
}

export interface BibEntry extends Place {
  readonly type: string;
  readonly key: string;
  readonly fields: readonly BibField[];
  /** The entry as it stands in the file, from @ to its closing brace. */
  readonly raw: string;
}

const months = new Map("jan feb mar apr may jun jul aug sep oct nov dec".split(" ").map((m) => [m, m]));

/**
 * Splits a .bib file into entries with the place of each key and field. An entry starts with @ in the first column;
 * one that is still open where the next starts is reported and does not swallow it. Text outside of entries is a
 * comment if its line starts with %, and reported otherwise, because it is what a brace too many leaves behind.
 */
export function scanBibtex(file: string, source: string, problems: Problems): BibEntry[] {
  const text = source.replace(/^\u{feff}/u, "").replace(/\r\n?/g, "\n");
  const at = lineIndex(text);
  const place = (offset: number): Place => ({ file, ...at(offset) });
  const line = (offset: number): Place => ({ file, line: at(offset).line });
  const strings = new Map(months);
  const entries: BibEntry[] = [];
  reportEncoding(text, line, problems);

  const starts = [...text.matchAll(/^@/gm)].map((match) => match.index);
  reportJunk(text.slice(0, starts[0] ?? text.length), 0, line, problems);
  for (const [i, start] of starts.entries()) {
    const limit = starts[i + 1] ?? text.length;
    const reader = new EntryReader(text, start, limit, strings);
    try {
      const entry = reader.read();
      if (entry) {
        entries.push({
          type: entry.type,
          key: entry.key,
          fields: entry.fields.map((field) => ({
            ...place(field.offset),
            name: field.name,
            value: field.value,
          })),
          raw: text.slice(start, reader.offset),
          ...line(start),
        });
      }
      reportJunk(text.slice(reader.offset, limit), reader.offset, line, problems);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      const label = reader.key === "" ? "" : `[${reader.key}] `;
      problems.add(line(error.offset), label + error.message, error.remedy);
    }
  }
  return entries;
}

function reportEncoding(text: string, line: (offset: number) => Place, problems: Problems): void {
  const nul = text.indexOf("\0");
  if (nul >= 0) problems.add(line(nul), "NUL character", "delete it; the file is plain UTF-8 text");
  const lost = text.indexOf("\u{fffd}");
  if (lost >= 0) problems.add(line(lost), "bytes that are not UTF-8", "save the file as UTF-8");
}

/** Only blank lines and lines that start with % may stand between entries. */
function reportJunk(text: string, offset: number, line: (offset: number) => Place, problems: Problems): void {
  let position = offset;
  for (const part of text.split("\n")) {
    if (part.trim() !== "" && !part.trimStart().startsWith("%")) {
      const what = `text outside of an entry: ${part.trim().slice(0, 40)}`;
      problems.add(
        line(position),
        what,
        "a brace above may be one too many; an entry starts with @ in the first column, a comment with %",
      );
      return;
    }
    position += part.length + 1;
  }
}

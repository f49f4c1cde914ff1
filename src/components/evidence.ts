import type { Atlas } from "../atlas/atlas.ts";
import type { Measurement, NumberRecord } from "../atlas/numbers.ts";
import type { Kind } from "../atlas/schemas.ts";
import { href } from "../layouts/links.ts";
import type { Table } from "../plots/table.ts";
import type { Mention } from "./sources.ts";

/** Names of values as a reader spells them. */
const spelled = (name: string) =>
  name
    .replaceAll("-", " ")
    .replace(/\b(iou|f1|dice|tversky|r squared)\b/g, (word) => spellings[word as keyof typeof spellings]);
const spellings = { iou: "IoU", f1: "F1", dice: "Dice", tversky: "Tversky", "r squared": "R²" } as const;

/** A record's numbers as tables: one with a column for each class, one of single values, whichever it has. */
export function tablesOf({ title, classes, unit, numbers }: Measurement): Table[] {
  const named = numbers.flatMap(({ path, text, unit: own }) => {
    const [, name, part] = path.split(".");
    const shown =
      own === "1" ? text : own === "not published" ? `${text} (unit not published)` : `${text} ${own}`;
    // The short path of a record with a single value repeats its long one.
    return name === undefined ? [] : [{ name: spelled(name), part, text: shown }];
  });
  const lists = Map.groupBy(
    named.filter(({ part }) => part !== undefined),
    ({ name }) => name,
  );
  const singles = named.filter(({ part }) => part === undefined);
  const table = (what: string, columns: readonly string[], rows: readonly (readonly string[])[]): Table[] =>
    rows.length === 0
      ? []
      : [
          {
            caption: `${title}, ${what}${unit === "1" ? "" : `, ${unit}`}`,
            rows,
            columns: columns.map((label, k) => ({ label, numeric: k > 0 })),
          },
        ];
  return [
    ...table(
      "by class",
      ["score", ...classes],
      [...lists].map(([name, cells]) => [name, ...cells.map(({ text }) => text)]),
    ),
    ...table(
      "single values",
      ["quantity", "value"],
      singles.map(({ name, text }) => [name, text]),
    ),
  ];
}

/** A number in words: its record's title, and which of the record's numbers it is. A cell of a paper's table says both. */
export function numberWords({ measurements }: Atlas, { path, title }: NumberRecord): string {
  const [id = "", name = "value", part] = path.split(".");
  if (!measurements.has(id) || name === "value") return title;
  return [title, spelled(name), ...(part === undefined ? [] : [spelled(part)])].join(", ");
}

const order: readonly Kind[] = ["measured", "derived", "reported", "simulated", "illustrative"];

/** Records by kind, what was measured first. */
export function recordsByKind({ measurements }: Atlas): { kind: Kind; records: Measurement[] }[] {
  return order.flatMap((kind) => {
    const records = [...measurements.values()].filter((record) => record.kind === kind);
    return records.length > 0 ? [{ kind, records }] : [];
  });
}

/** The places of the texts that print a number of a record, each page and heading once. */
export function shownAt({ occurrences }: Atlas, record: string): Mention[] {
  const found = occurrences
    .filter(({ component, of }) => component === "Num" && of[0]?.split(".")[0] === record)
    .map(({ page, heading }) => ({
      href: href(heading.id ? `${page}#${heading.id}` : page),
      label: heading.title || (page === "/" ? "the review" : (page.split("/").at(-2) ?? page)),
    }));
  return [...new Map(found.map((mention) => [mention.href, mention])).values()];
}

/** The running text of a derivation, as it stands in src/metrics/derivations.ts. */
export function derivationText(source: string, name: string): string {
  const from = source.indexOf(`\n  "${name}": `);
  if (from < 0) throw new RangeError(`src/metrics/derivations.ts: the text of ${name} is not found`);
  const rest = source.slice(from + 1);
  const next = rest.slice(1).search(/\n {2}["/]|\n\};/);
  return rest
    .slice(0, next + 1)
    .replace(/^ {2}/gm, "")
    .replace(/,$/, "");
}

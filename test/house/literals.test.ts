import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { derivations, type Values } from "../../src/metrics/derivations.ts";
import { typed } from "./exceptions.ts";
import { codeOf, files, filesIn, places } from "./files.ts";

/**
 * A number that was measured stands once, in content/measurements. Anywhere else it would go stale in silence, so
 * its digits may not occur as a token: not in prose, not in data, not in code. Tests are outside this rule, and so
 * are style sheets, the papers' own published tables, and generated records.
 */

interface RawRecord {
  readonly kind: string;
  readonly digits: number;
  readonly from?: readonly string[];
  readonly derivation?: string;
  readonly [name: string]: unknown;
}

const about = new Set([
  "title",
  "kind",
  "origin",
  "source",
  "unit",
  "digits",
  "classes",
  "notes",
  "from",
  "derivation",
]);

const records = new Map(
  filesIn("content/measurements").map(({ path, text }) => [
    path.replace(/^.*\/|\.yaml$/g, ""),
    parse(text) as RawRecord,
  ]),
);

/** Every number of a record with the decimals that it is printed with. */
function numbersOf(value: unknown, digits: number): { value: number; digits: number }[] {
  if (typeof value === "number") return [{ value, digits }];
  if (Array.isArray(value)) return value.flatMap((each) => numbersOf(each, digits));
  if (typeof value !== "object" || value === null) return [];
  const record = value as { value?: unknown; digits?: number };
  return numbersOf(record.value, record.digits ?? digits);
}

const named = (record: RawRecord) => Object.entries(record).filter(([name]) => !about.has(name));

const raw: Record<string, Values> = Object.fromEntries(
  [...records].map(([id, record]) => [
    id,
    Object.fromEntries(
      named(record).map(([name, value]) => {
        const numbers = numbersOf(value, record.digits).map((number) => number.value);
        return [name, Array.isArray(value) ? numbers : (numbers[0] ?? Number.NaN)];
      }),
    ),
  ]),
);

/** Numbers with at least two decimals: a plain 3 or 0.5 is too common a token to accuse anybody of. */
const guarded = new Map<string, string>();
for (const [id, record] of records) {
  // A number derived from nothing measured is mathematics, and free to be written down.
  const derived = record.from?.length ? derivations[record.derivation ?? ""]?.(raw) : undefined;
  const values = record.kind === "derived" ? Object.entries(derived ?? {}) : named(record);
  for (const [name, value] of values) {
    for (const number of numbersOf(value, record.digits)) {
      const text = number.value.toFixed(number.digits);
      if (/\.\d\d/.test(text) && !/^[01]\.0+$/.test(text)) guarded.set(text, `${id}.${name}`);
    }
  }
}

/** 0.94, .94, 94 percent, 94 % and 94%. */
function tokens(text: string): RegExp {
  const decimals = text.replace(/^0/, "").replaceAll(".", "\\.");
  const percent = String(Number((Number(text) * 100).toFixed(6))).replaceAll(".", "\\.");
  return new RegExp(
    `(?<![\\d.\\w-])(0?${decimals}(?!\\d)|${percent}\\s?(%|percent\\b|per cent\\b))`.replace(
      "0?",
      text.startsWith("0") ? "0?" : "",
    ),
  );
}

const scanned = [
  ...filesIn("content", "src", "scripts", "python"),
  ...files.filter(({ path }) => /^[A-Z]+\.md$/.test(path)),
]
  .filter(
    ({ path }) => !/^content\/(measurements|papers)\/|\.css$|^python\/(fixtures|lock)|\.lock$/.test(path),
  )
  .map((file) => ({ ...file, code: codeOf(file) }));

describe("a measured number is typed once", () => {
  test("content/measurements holds the reference numbers that this test guards", () => {
    expect([...guarded.keys()]).toEqual(expect.arrayContaining(["0.94", "0.26", "0.21", "0.0367", "0.0277"]));
  });

  test("no other file holds a measured number as a token; write <Num of=…/> or read the record", () => {
    const exceptions = new Set(typed.map(({ path, token }) => `${path} ${token}`));
    const needed = new Set<string>();
    const found = [...guarded].flatMap(([text, id]) =>
      scanned.flatMap((file) =>
        places(file, file.code, tokens(text)).flatMap((place) => {
          const key = `${file.path} ${Number(text)}`;
          if (!exceptions.has(key)) return [`${place}; it is ${id}`];
          needed.add(key);
          return [];
        }),
      ),
    );
    expect(found).toEqual([]);
    expect([...exceptions].filter((key) => !needed.has(key))).toEqual([]);
  });
});

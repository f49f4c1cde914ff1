import { type Derivation, derivations, type Values } from "../metrics/derivations.ts";
import { type Place, type Problems, suggestion } from "./problems.ts";
import type { Kind, MeasuredValue, PaperFile } from "./schemas.ts";
import { measurementFields } from "./schemas.ts";
import type { Read } from "./yaml.ts";

/** A number that prose may print, by its path: `dice-baseline.iou.curve-1`, `lin2017focal.results.gamma-2-ap`. */
export interface NumberRecord {
  readonly path: string;
  /** Undefined where the source gives words, as in "0.869 ± 0.033". */
  readonly value: number | undefined;
  /** As it is printed: with the record's digits and a true minus. */
  readonly text: string;
  readonly kind: Kind;
  readonly unit: string;
  readonly digits: number;
  readonly title: string;
  readonly origin: string;
  /** The page and anchor where the reader finds the record. */
  readonly href: string;
}

export interface Measurement extends Place {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly origin: string;
  readonly source: { readonly key: string; readonly where?: string | undefined } | undefined;
  readonly unit: string;
  readonly digits: number;
  readonly classes: readonly string[];
  readonly from: readonly string[];
  readonly derivation: string | undefined;
  readonly unpublished: readonly string[];
  readonly notes: readonly string[];
  /** Raw values by name: scalars, or one for each class. */
  readonly values: Values;
  readonly numbers: readonly NumberRecord[];
}

type MeasurementFile = Read<Record<string, unknown>>;

/** "curve 1" → "curve-1": the last part of a path. */
export const pathPart = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

export const format = (value: number, digits: number) => value.toFixed(digits).replace("-", "\u{2212}");

/** The measured and reported records, then the derived ones, which are computed from those here and nowhere typed. */
export function readMeasurements(
  files: ReadonlyMap<string, MeasurementFile>,
  problems: Problems,
): Map<string, Measurement> {
  const raw: Record<string, Values> = {};
  for (const [id, { value }] of files) raw[id] = valuesOf(value);
  const measurements = new Map<string, Measurement>();
  for (const [id, read] of files) {
    const measurement = readMeasurement(id, read, raw, problems);
    if (measurement) measurements.set(id, measurement);
  }
  return measurements;
}

function valuesOf(file: Record<string, unknown>): Values {
  const values = Object.entries(file)
    .filter(([name]) => !measurementFields.has(name))
    .map(([name, value]) => [name, plain(value as MeasuredValue)] as const);
  return Object.fromEntries(values);
}

const plain = (value: MeasuredValue) =>
  typeof value === "number" || Array.isArray(value) ? value : value.value;

function readMeasurement(
  id: string,
  { value: file, at }: MeasurementFile,
  raw: Readonly<Record<string, Values>>,
  problems: Problems,
): Measurement | undefined {
  const head = file as unknown as Omit<Measurement, "values" | "numbers" | keyof Place | "id">;
  const typed = raw[id] ?? {};
  const derived = head.kind === "derived";
  if (derived !== (head.derivation !== undefined && head.from !== undefined)) {
    problems.add(
      at("kind"),
      `kind ${head.kind} of ${id}`,
      "a derived record has from and derivation, no other has",
    );
    return undefined;
  }
  if (derived && Object.keys(typed).length > 0) {
    problems.add(
      at(Object.keys(typed)[0] ?? ""),
      "a derived record holds a value",
      "remove it; it is computed",
    );
  }
  if (!derived && head.origin === undefined) {
    problems.add(at(), `${id} has no origin`, "say in origin: where the numbers come from");
  }
  const values = derived ? derive(head, at, raw, problems) : typed;
  if (!values) return undefined;
  const base = {
    ...at(),
    id,
    title: head.title,
    kind: head.kind,
    origin: head.origin ?? `computed from ${(head.from ?? []).join(", ") || "the formula alone"}`,
    source: head.source,
    unit: head.unit,
    digits: head.digits,
    classes: head.classes ?? [],
    from: head.from ?? [],
    derivation: head.derivation,
    unpublished: head.unpublished ?? [],
    notes: head.notes ?? [],
    values,
  };
  const numbers = Object.entries(values).flatMap(([name, value]) => {
    if (typeof value === "object" && value.length !== base.classes.length) {
      const what = `${name} has ${value.length} values for ${base.classes.length} classes`;
      problems.add(at(name), what, "give one for each class");
      return [];
    }
    return numbersOf(base, name, value, file[name]);
  });
  return { ...base, numbers };
}

function derive(
  { derivation: name = "", from = [] }: { derivation?: string | undefined; from?: readonly string[] },
  at: MeasurementFile["at"],
  raw: Readonly<Record<string, Values>>,
  problems: Problems,
): Values | undefined {
  const unknown = from.filter((id) => !Object.hasOwn(raw, id));
  for (const id of unknown) {
    problems.add(at("from"), `unknown measurement ${id}${suggestion(id, Object.keys(raw))}`, "correct it");
  }
  const derivation: Derivation | undefined = Object.hasOwn(derivations, name) ? derivations[name] : undefined;
  if (!derivation) {
    const near = suggestion(name, Object.keys(derivations));
    problems.add(
      at("derivation"),
      `unknown derivation ${name}${near}`,
      "add it to src/metrics/derivations.ts",
    );
  }
  if (!derivation || unknown.length > 0) return undefined;
  try {
    return derivation(Object.fromEntries(from.map((id) => [id, raw[id] ?? {}])));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.add(at("from"), `${name} needs ${error.message}`, "name the record in from");
    return undefined;
  }
}

function numbersOf(
  base: Omit<Measurement, "numbers">,
  name: string,
  value: number | readonly number[],
  written: unknown,
): NumberRecord[] {
  const own = written && typeof written === "object" && !Array.isArray(written) ? written : {};
  const { unit, digits } = {
    unit: base.unit,
    digits: base.digits,
    ...(own as { unit?: string; digits?: number }),
  };
  const number = (path: string, x: number): NumberRecord => ({
    path,
    value: x,
    text: format(x, digits),
    kind: base.kind,
    unit,
    digits,
    title: base.title,
    origin: base.origin,
    href: `/evidence/#${base.id}`,
  });
  if (typeof value === "object") {
    return value.map((x, i) => number(`${base.id}.${name}.${pathPart(base.classes[i] ?? "")}`, x));
  }
  const path = `${base.id}.${name}`;
  // A record with one unnamed value may be called by its id alone.
  return name === "value" ? [number(path, value), number(base.id, value)] : [number(path, value)];
}

/** Published numbers of a paper: `KEY.results.ID`, and `KEY.tables.TABLE.ROW.COLUMN` for each cell of a table. */
export function paperNumbers(key: string, file: PaperFile): NumberRecord[] {
  const href = `/papers/${key}/`;
  const record = (
    path: string,
    cell: number | string,
    title: string,
    origin: string,
    anchor: string,
    unit = "1",
    digits?: number,
  ): NumberRecord => {
    const shown = digits ?? (String(cell).split(".")[1] ?? "").length;
    const value = typeof cell === "number" ? cell : undefined;
    const text = typeof cell === "number" ? format(cell, shown) : cell;
    return { path, value, text, kind: "reported", unit, digits: shown, title, origin, href: href + anchor };
  };
  const results = file.results.map((r) =>
    record(
      `${key}.results.${r.id}`,
      r.value,
      `${r.metric}, ${r.dataset}, ${r.condition}`,
      r.where,
      `#${r.id}`,
      r.unit,
      r.digits,
    ),
  );
  const cells = file.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.flatMap((cell, i) => {
        if (cell === null || i === 0) return [];
        const column = table.columns[i] ?? "";
        const path = `${key}.tables.${table.id}.${pathPart(String(row[0]))}.${pathPart(column)}`;
        const title = `${table.title}: ${String(row[0])}, ${column}`;
        return [record(path, cell, title, table.where, `#${table.id}`, "1", table.digits?.[i])];
      }),
    ),
  );
  return [...results, ...cells];
}

import type { Choice, List, Switch, Whole } from "./switches.ts";
import { switches } from "./switches.ts";

type Table = typeof switches;
type ValueOf<S> =
  S extends Choice<infer Value>
    ? Value
    : S extends List<infer Word>
      ? Word | readonly number[]
      : S extends Whole<infer Word>
        ? Word | number
        : number;

/** A value for every switch. */
export type Convention = { readonly [Id in keyof Table]: ValueOf<Table[Id]> };

const table: Readonly<Record<string, Switch>> = switches;

/** The site's form of each loss; what the papers themselves set is in presets.ts. */
export const defaults = Object.freeze(
  Object.fromEntries(Object.entries(table).map(([id, { default: value }]) => [id, value])),
) as Convention;

/** Settings over the defaults, or over `base`. A switch or a value that is not in the table is a RangeError. */
export function parseConvention(settings: unknown, base: Convention = defaults): Convention {
  if (settings === null || typeof settings !== "object" || Array.isArray(settings)) {
    throw new RangeError("convention: not an object; give switches and values");
  }
  const given = Object.entries(settings);
  for (const [id, value] of given) check(id, value);
  return given.length === 0 ? base : { ...base, ...settings };
}

function check(id: string, value: unknown) {
  const entry = Object.hasOwn(table, id) ? table[id] : undefined;
  if (!entry) throw new RangeError(`convention.${id}: unknown switch${didYouMean(id, Object.keys(table))}`);
  const fault = faultOf(entry, value);
  if (fault) throw new RangeError(`convention.${id}: ${JSON.stringify(value)} ${fault}`);
}

function faultOf(entry: Switch, value: unknown): string | undefined {
  if (entry.kind === "choice") {
    const values = Object.keys(entry.values);
    if (typeof value === "string" && values.includes(value)) return undefined;
    return `is none of ${values.join(", ")}${didYouMean(String(value), values)}`;
  }
  if (entry.kind === "number") {
    const [low, high] = entry.range;
    if (typeof value === "number" && value >= low && value <= high) return undefined;
    return high === Number.MAX_VALUE
      ? `is no finite number from ${low} up`
      : `is no number in ${low}..${high}`;
  }
  if (value === entry.default) return undefined;
  if (entry.kind === "integer")
    return Number.isInteger(value) ? undefined : `is neither "${entry.default}" nor an integer`;
  const fits = (item: unknown) =>
    entry.items === "integer" ? Number.isInteger(item) : Number.isFinite(item);
  if (Array.isArray(value) && value.length > 0 && value.every((item) => fits(item) && item >= 0))
    return undefined;
  return `is neither "${entry.default}" nor a list of ${entry.items}s from 0 up`;
}

/** `; did you mean …?` where a name is near, else what there is. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = known
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0];
  if (near && near.far <= Math.max(2, name.length / 3)) return `; did you mean ${near.candidate}?`;
  return known.length > 8 ? "; see the table of switches" : "";
}

/** Levenshtein's distance: insertions, deletions and replacements. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

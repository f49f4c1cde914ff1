import record from "../../records/libraries.json" with { type: "json" };

/** What the verification of one call recorded: how often it ran and how far the engine was from the library. */
export interface CallRecord {
  readonly version: string;
  readonly date: string;
  readonly cases: number;
  readonly value: number;
  readonly gradient: number;
  readonly tolerance: number;
}

interface Run {
  readonly version: string;
  readonly date: string;
  readonly calls?: Readonly<Record<string, Omit<CallRecord, "version" | "date">>>;
}

/** The record of a call, or nothing where the library was read and not run. */
export function callRecord(library: string, call: string): CallRecord | undefined {
  const run = (record.libraries as Readonly<Record<string, Run>>)[library];
  const found = run?.calls?.[call];
  return run && found ? { ...found, version: run.version, date: run.date } : undefined;
}

/** 1.3e-6 as people read it. */
export const scientific = (value: number): string =>
  value === 0 ? "0" : value.toExponential(0).replace("e-", " × 10⁻").replace(/\d+$/, superscript);

const superscript = (digits: string) => [...digits].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");

/** The sentence of a surprise with the numbers that its code gave when it was run. */
export function surpriseText(library: string, surprise: { id: string; says: string }): string {
  const runs = record.libraries as Readonly<
    Record<string, { surprises?: Readonly<Record<string, Reproduced>> }>
  >;
  const numbers = runs[library]?.surprises?.[surprise.id]?.numbers ?? {};
  return surprise.says.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = numbers[name];
    return value === undefined ? whole : String(Number(value.toPrecision(4))).replace("-", "−");
  });
}

interface Reproduced {
  readonly numbers: Readonly<Record<string, number>>;
}

/** What the run of one call against its library gave. */
export interface VerifiedCall {
  readonly hash: string;
  readonly cases: number;
  /** The largest differences from the engine, of values and of gradients; relative to a value above one. */
  readonly value: number;
  readonly gradient: number;
  readonly tolerance: number;
}

/** What a surprise's code gave; null stands for what is not finite. */
export interface ReproducedSurprise {
  readonly hash: string;
  readonly numbers: Readonly<Record<string, number | boolean | null>>;
}

export interface VerifiedLibrary {
  readonly version: string;
  readonly date: string;
  readonly calls: Readonly<Record<string, VerifiedCall>>;
  readonly surprises: Readonly<Record<string, ReproducedSurprise>>;
}

/** records/libraries.json, made by `npm run verify:libraries`. */
export interface Verification {
  readonly command: string;
  readonly python: string;
  readonly seed: number;
  readonly libraries: Readonly<Record<string, VerifiedLibrary>>;
  /** The run of python/lossmap-compare.py on a small generated data set. */
  readonly comparison: { readonly hash: string; readonly date: string; readonly result: unknown };
}

/** A piece of a surprise's sentence: words, or a number of the record with its name. */
export interface Piece {
  readonly text: string;
  readonly number?: string;
}

/** The sentence of a surprise with each `{name}` filled from its record; an unknown name is a RangeError. */
export function sentenceOf(says: string, { numbers }: ReproducedSurprise): Piece[] {
  return says
    .trim()
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return { text: part };
      const value = numbers[name];
      if (value === undefined)
        throw new RangeError(`{${name}}: no such number in the record of this surprise`);
      return { text: printed(value), number: name };
    });
}

/** Four digits that count, with a true minus and a power of ten where zeros would hide them. */
function printed(value: number | boolean | null): string {
  if (value === null) return "not a number";
  if (typeof value === "boolean") return String(value);
  const rounded = Number(value.toPrecision(4));
  const small = rounded !== 0 && Math.abs(rounded) < 1e-3;
  const [digits = "", power] = (small ? rounded.toExponential() : String(rounded)).split("e");
  const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  const raised = power?.replace("-", "⁻").replace(/\d/g, (digit) => superscripts[Number(digit)]!);
  return `${digits.replace("-", "\u2212")}${raised ? `\u00a0×\u00a010${raised}` : ""}`;
}

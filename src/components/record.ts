import record from "../../records/libraries.json" with { type: "json" };
import { sentenceOf, type Verification, type VerifiedCall } from "../atlas/verification.ts";

const { libraries }: Pick<Verification, "libraries"> = record;
const { hash, date, result } = record.comparison;

/** What the verification recorded of the comparison file. Its scores are of generated frames and stand nowhere. */
export const kitRecord = { hash, date, ...result, torch: result.torch.split("+")[0] };

/** What the verification of one call recorded, with the version and the day of the run. */
export interface CallRecord extends VerifiedCall {
  readonly version: string;
  readonly date: string;
}

/** The record of a call, or nothing where the library was read and not run. */
export function callRecord(library: string, call: string): CallRecord | undefined {
  const run = libraries[library];
  const found = run?.calls[call];
  return run && found ? { ...found, version: run.version, date: run.date } : undefined;
}

/** The record of a call in one sentence. */
export const runSentence = ({ date, version, cases, value, gradient }: CallRecord): string =>
  `Run on ${date} with version ${version} on ${cases} cases; ` +
  `largest difference to the engine ${scientific(value)} in the value, ${scientific(gradient)} in the gradient.`;

/** 1.3e-6 as people read it. */
export const scientific = (value: number): string =>
  value === 0 ? "0" : value.toExponential(0).replace("e-", "\u00a0×\u00a010⁻").replace(/\d+$/, superscript);

const superscript = (digits: string) => [...digits].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");

/** The sentence of a surprise with the numbers that its code gave when it was run. */
export function surpriseText(library: string, surprise: { id: string; says: string }): string {
  const found = libraries[library]?.surprises[surprise.id];
  if (!found) throw new RangeError(`${library}: no record of ${surprise.id}; run npm run verify:libraries`);
  return sentenceOf(surprise.says, found)
    .map(({ text }) => text)
    .join("");
}

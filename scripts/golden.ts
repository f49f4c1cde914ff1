import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Library, library, type Spelling } from "../src/atlas/schemas/library.ts";
import { evaluateWithGradient } from "../src/losses/kernel.ts";
import type { Frame } from "../src/losses/loss.ts";
import { lossOf } from "../src/losses/registry.ts";

/** The first line of a library's golden file. */
export interface Header {
  readonly library: string;
  readonly version: string;
  readonly seed: number;
  readonly python: string;
}

/** One case: what was put into a library's call and what came out, arrays flat and channel-first. */
export interface Case {
  readonly spelling: string;
  /** Hash of the call that was run. */
  readonly call: string;
  readonly kind: string;
  readonly precision: "float64" | "float32";
  readonly shape: readonly number[];
  readonly logits?: readonly number[];
  readonly probabilities?: readonly number[];
  readonly target: readonly number[];
  readonly value: number;
  readonly gradient: readonly number[];
}

/** A value and its gradient, as the engine gives them. */
export interface Found {
  readonly value: number;
  readonly gradient: ArrayLike<number>;
}

/** The largest difference allowed between the engine and a library that ran in this precision. */
export const tolerance = { float64: 1e-12, float32: 1e-5 } as const;

/** How far value and gradient are from the recorded ones: absolute, and relative to a value above one. */
export function differenceFrom({ value, gradient }: Case, found: Found) {
  const scale = Math.max(1, Math.abs(value));
  return {
    value: largestDifference([found.value], [value]) / scale,
    gradient: largestDifference(found.gradient, gradient) / scale,
  };
}

export const hashOf = (code: string) => createHash("sha256").update(code).digest("hex").slice(0, 16);

/** Every library of content/libraries by id, checked against the schema. */
export function readLibraries(root: string): ReadonlyMap<string, Library> {
  const folder = join(root, "content/libraries");
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return new Map(
    files.sort().map((file) => {
      const read = library.safeParse(parse(readFileSync(join(folder, file), "utf8")));
      if (read.success) return [file.replace(/\.yaml$/, ""), read.data];
      const { path, message } = read.error.issues[0]!;
      throw new Error(`content/libraries/${file}: ${path.join(".")}: ${message}`);
    }),
  );
}

export function spellingOf(libraries: ReadonlyMap<string, Library>, library: string, id: string): Spelling {
  const found = libraries.get(library)?.spellings.find((spelling) => spelling.id === id);
  if (!found)
    throw new Error(`content/libraries/${library}.yaml: no spelling ${id}; run npm run fixtures -- --write`);
  return found;
}

/** The engine's value and gradient for a case, with the settings that stand beside the call. */
export function evaluateCase(spelling: Spelling, given: Case): Found {
  const [batch = 1, classes = 1, ...shape] = given.shape;
  const scores = Float64Array.from(given[spelling.input] ?? []);
  const labelled = spelling.task === "multi-class" || spelling.task === "binary";
  const frame: Frame = {
    ...{ batch, classes, shape, pixels: shape.reduce((a, b) => a * b, 1), [spelling.input]: scores },
    ...(labelled ? { labels: given.target } : { target: Float64Array.from(given.target) }),
  };
  const gradient = new Float64Array(scores.length);
  const { convention, parameters } = spelling;
  const options = { convention, parameters };
  const { value } = evaluateWithGradient(lossOf(spelling.loss), frame, options, {
    [spelling.input]: gradient,
  });
  return { value, gradient };
}

/** The largest absolute difference of two arrays; infinite where either is not a number or lengths differ. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i]! - b[i]!);
    largest =
      difference <= largest ? largest : Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return largest;
}

/** A file of golden cases as text: a header, then a case a line. */
export function parseGolden(text: string): { header: Header; cases: Case[] } {
  const [header, ...cases] = text.trim().split("\n");
  return { header: JSON.parse(header!), cases: cases.map((line) => JSON.parse(line)) };
}

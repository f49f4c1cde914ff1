import { average } from "../metrics/scores.ts";
import { scoresAt } from "./outcome.ts";
import type { Protocol } from "./protocol.ts";
import type { Line } from "./table.ts";

/** The lab's table as it is kept in the repository (records/lab.json), and remade by `npm run lab`. */
export interface LabRecord {
  readonly title: string;
  readonly command: string;
  readonly date: string;
  readonly version: number;
  readonly protocol: Pick<Protocol, "imbalance" | "difficulty" | "steps">;
  readonly lines: readonly Line[];
}

/** The order of a line's entries in the file, where it is one array without names. */
const columns = [
  "learningRate",
  "share",
  "row",
  "seed",
  "weights",
  "shift",
  "counts",
  "centroid",
  "argmax",
] as const;

/** The text of a record: one line of the file is one line of the table. JSON has no NaN, so it is written null. */
export function printRecord({ lines, ...about }: LabRecord): string {
  const rows = lines.map((line) => `    ${JSON.stringify(columns.map((name) => line[name]))}`);
  const head = JSON.stringify({ ...about, columns }, null, 2).replace(/\n}$/, "");
  return `${head},\n  "lines": [\n${rows.join(",\n")}\n  ]\n}\n`;
}

/** Reads the text of a record. */
export function parseRecord(text: string): LabRecord {
  const {
    columns: names,
    lines,
    ...about
  } = JSON.parse(text) as Omit<LabRecord, "lines"> & {
    columns: readonly string[];
    lines: readonly (readonly unknown[])[];
  };
  const numbers = (values: unknown) => (values as (number | null)[]).map((value) => value ?? Number.NaN);
  return {
    ...about,
    lines: lines.map((entries) => {
      const line = Object.fromEntries(names.map((name, k) => [name, entries[k]])) as unknown as Line;
      return { ...line, centroid: numbers(line.centroid), argmax: numbers(line.argmax) };
    }),
  };
}

/** The measures of one line: of each class, of the curves together, and of the traces. */
export const measures = {
  "curve-iou": (line: Line) => ofCurves(line, "iou"),
  "curve-f1": (line: Line) => ofCurves(line, "f1"),
  "curve-precision": (line: Line) => ofCurves(line, "precision"),
  "curve-recall": (line: Line) => ofCurves(line, "recall"),
  "background-iou": (line: Line) => scoresAt(line, line.share)[0]!.iou,
  "trace-centroid": (line: Line) => line.centroid[0]!,
  "trace-argmax": (line: Line) => line.argmax[0]!,
} as const;

export type Measure = keyof typeof measures;

/** Mean of the curves' scores. A class never predicted has no precision; it is left out of that mean only. */
function ofCurves(line: Line, score: "iou" | "f1" | "precision" | "recall"): number {
  return average(
    scoresAt(line, line.share)
      .slice(1)
      .map((scores) => scores[score]),
  );
}

/** Mean and standard deviation (of a sample) over the seeds, NaN left out; `n` says how many are in it. */
export function spread(values: readonly number[]): { mean: number; sd: number; n: number } {
  const known = values.filter((value) => !Number.isNaN(value));
  const n = known.length;
  const mean = known.reduce((sum, v) => sum + v, 0) / n;
  const square = known.reduce((sum, v) => sum + (v - mean) * (v - mean), 0);
  return { mean, sd: Math.sqrt(square / (n - 1)), n };
}

/** The lines of a row at a share and learning rate, in seed order. */
export function linesAt(
  lines: readonly Line[],
  where: { readonly row: string; readonly share: number; readonly learningRate: number },
): Line[] {
  return lines
    .filter((l) => l.row === where.row && l.share === where.share && l.learningRate === where.learningRate)
    .sort((a, b) => a.seed - b.seed);
}

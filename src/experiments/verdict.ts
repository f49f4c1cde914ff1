import { linesAt, type Measure, measures } from "./record.ts";
import type { Line } from "./table.ts";

/** What a statement was judged under. */
export interface Condition {
  readonly share?: number;
  readonly learningRate?: number;
  readonly decoder?: "centroid" | "argmax";
}

/** The judgement under one condition, with the figures it rests on. */
export interface Cell {
  readonly condition: Condition;
  readonly holds: boolean;
  /** In how many of the seeds, where seeds were counted. */
  readonly seeds?: number;
  readonly of?: number;
  /** The mean difference or ratio that the rule looked at. */
  readonly figure: number;
}

export interface Statement {
  readonly id: string;
  /** As the literature or the review has it. */
  readonly statement: string;
  /** BibTeX keys; none where the statement is the review's or the lab's own. */
  readonly sources: readonly string[];
  /** The rule, in words, as it was fixed before the table was made. */
  readonly rule: string;
  /** What `figure` is. */
  readonly figure: string;
  readonly judge: (table: Table) => Cell[];
}

export type Verdict = "appears" | "does not appear" | `depends on ${string}`;

/** Values of a measure by seed for a row at a condition. */
export interface Table {
  readonly learningRates: readonly number[];
  readonly seeds: number;
  values(row: string, measure: Measure, share: number, learningRate: number): number[];
}

export function tableOf(lines: readonly Line[]): Table {
  const learningRates = [...new Set(lines.map((line) => line.learningRate))].sort((a, b) => b - a);
  const values = new Map<string, number[]>();
  return {
    learningRates,
    seeds: new Set(lines.map((line) => line.seed)).size,
    values(row, measure, share, learningRate) {
      const key = [row, measure, share, learningRate].join();
      const known = values.get(key) ?? linesAt(lines, { row, share, learningRate }).map(measures[measure]);
      if (known.length === 0)
        throw new RangeError(`the record has no line for ${key}; remake it with npm run lab`);
      values.set(key, known);
      return known;
    },
  };
}

/**
 * A direction holds when all but at most one in eight of the seeds show it: under no effect at all, seven or more of
 * eight would happen in 3.5 percent of tables.
 */
export function mostSeeds(shown: readonly boolean[]): { holds: boolean; seeds: number; of: number } {
  const seeds = shown.filter(Boolean).length;
  return { holds: seeds >= Math.ceil((7 / 8) * shown.length), seeds, of: shown.length };
}

/** Appears where it holds under every condition, does not where under none; else it depends on what makes it change. */
export function verdictOf(cells: readonly Cell[]): Verdict {
  if (cells.every(({ holds }) => holds) && cells.length > 0) return "appears";
  if (!cells.some(({ holds }) => holds)) return "does not appear";
  const names = { share: "the background share", learningRate: "the learning rate", decoder: "the decoder" };
  const matters = (name: keyof Condition) =>
    cells.some((a) =>
      cells.some(
        (b) =>
          a.holds !== b.holds &&
          (Object.keys(names) as (keyof Condition)[]).every(
            (other) => (a.condition[other] === b.condition[other]) === (other !== name),
          ),
      ),
    );
  const factors = (Object.keys(names) as (keyof Condition)[]).filter(matters).map((name) => names[name]);
  return `depends on ${factors.join(" and ") || "the condition"}`;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Differences seed by seed. */
export const paired = (a: readonly number[], b: readonly number[]): number[] => a.map((v, k) => v - b[k]!);

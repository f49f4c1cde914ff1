import { shares } from "./protocol.ts";
import type { Measure } from "./record.ts";
import { type Cell, type Condition, mean, mostSeeds, paired, type Table } from "./verdict.ts";

/** How the lab's table is asked: the judges that statements.ts names. They were written before the first table. */
export const mild = shares.slice(0, 2);
export const severe = shares.slice(-2);
export const five = ["soft-cross-entropy", "dice", "focal", "lovasz-softmax", "tversky"];
export const seven = [...five, "generalised-dice", "focal-tversky"];

/** Two points of F1: below this difference two losses are called interchangeable. */
export const smallF1 = 2 / 100;

/** One cell for every share and learning rate. */
export function cells(
  table: Table,
  shares: readonly number[],
  judge: (share: number, rate: number) => Omit<Cell, "condition">,
) {
  return table.learningRates.flatMap((learningRate) =>
    shares.map((share): Cell => ({ condition: { share, learningRate }, ...judge(share, learningRate) })),
  );
}

/** Whether `row` exceeds `other` in most seeds; the figure is the mean difference. */
export function above(row: string, other: string, measure: Measure, shares = severe) {
  return (table: Table) =>
    cells(table, shares, (share, rate) => {
      const gain = paired(table.values(row, measure, share, rate), table.values(other, measure, share, rate));
      return { ...mostSeeds(gain.map((d) => d > 0)), figure: mean(gain) };
    });
}

/** For each seed, whether `row` has the extreme value among `rows`, and its distance to the next. */
export function first(row: string, rows: readonly string[], values: (row: string) => number[]) {
  const others = rows.filter((other) => other !== row).map(values);
  const lead = values(row).map((value, k) => value - Math.max(...others.map((other) => other[k]!)));
  return { ...mostSeeds(lead.map((d) => d > 0)), figure: mean(lead) };
}

/** Largest less smallest of the rows, seed by seed. */
export function range(
  table: Table,
  rows: readonly string[],
  measure: Measure,
  share: number,
  rate: number,
): number[] {
  const values = rows.map((row) => table.values(row, measure, share, rate));
  return values[0]!.map((_, k) => {
    const seed = values.map((row) => row[k]!);
    return Math.max(...seed) - Math.min(...seed);
  });
}

/** What a row loses in a measure between the mildest share and another. */
export const fall = (table: Table, row: string, measure: Measure, share: number, rate: number) =>
  paired(table.values(row, measure, mild[0]!, rate), table.values(row, measure, share, rate));

export function tilt(table: Table): Cell[] {
  const rows = ["tversky-precise", "dice", "tversky", "tversky-steep"];
  const rises = (measure: Measure, share: number, rate: number, sign: number) => {
    const values = rows.map((row) => table.values(row, measure, share, rate));
    return values[0]!.map((_, k) =>
      values.every((row, n) => n === 0 || sign * (row[k]! - values[n - 1]![k]!) > 0),
    );
  };
  return cells(table, shares, (share, rate) => {
    const recall = rises("curve-recall", share, rate, 1);
    const precision = rises("curve-precision", share, rate, -1);
    const gain = paired(
      table.values("tversky-steep", "curve-recall", share, rate),
      table.values("tversky-precise", "curve-recall", share, rate),
    );
    return { ...mostSeeds(recall.map((rising, k) => rising && precision[k]!)), figure: mean(gain) };
  });
}

export function trace(table: Table): Cell[] {
  return (["centroid", "argmax"] as const).flatMap((decoder) =>
    cells(table, severe, (share, rate) => {
      const of = (row: string) => table.values(row, `trace-${decoder}`, share, rate);
      const fallen = paired(of("dice"), of("tversky"));
      const known = fallen.filter((d) => !Number.isNaN(d));
      return { ...mostSeeds(fallen.map((d) => d > 0)), figure: mean(known) };
    }).map((cell) => ({ ...cell, condition: { ...cell.condition, decoder } satisfies Condition })),
  );
}

export function recovered(table: Table): Cell[] {
  return cells(table, severe, (share, rate) => {
    const f1 = (row: string) => mean(table.values(row, "curve-f1", share, rate));
    const plain = f1("soft-cross-entropy");
    const figure = (f1("soft-cross-entropy-shifted") - plain) / (f1("dice") - plain);
    return { holds: f1("dice") > plain && figure >= 0.5, figure };
  });
}

export function optimisation(table: Table): Cell[] {
  const [quick, slow] = [Math.max(...table.learningRates), Math.min(...table.learningRates)];
  return severe.map((share): Cell => {
    const gap = (rate: number) =>
      paired(
        table.values("dice", "curve-f1", share, rate),
        table.values("soft-cross-entropy", "curve-f1", share, rate),
      );
    const more = paired(gap(slow), gap(quick));
    return { condition: { share }, ...mostSeeds(more.map((d) => d > 0)), figure: mean(more) };
  });
}

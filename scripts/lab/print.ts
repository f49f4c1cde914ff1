import { type LabRecord, type Measure, measures, spread } from "../../src/experiments/record.ts";
import { statements } from "../../src/experiments/statements.ts";
import type { Line } from "../../src/experiments/table.ts";
import { tableOf, verdictOf } from "../../src/experiments/verdict.ts";

/** Mean ± standard deviation over the seeds. */
export function asTable(lines: readonly Line[]): string {
  const groups = Map.groupBy(lines, (line) => `${line.learningRate}\t${line.share}\t${line.row}`);
  const shown: Measure[] = [
    "curve-iou",
    "curve-f1",
    "curve-precision",
    "curve-recall",
    "trace-centroid",
    "trace-argmax",
  ];
  const rows = [...groups].map(([key, group]) => {
    const figures = shown.map((name) => {
      const { mean, sd, n } = spread(group.map(measures[name]));
      return (mean.toFixed(3) + (n > 1 ? ` ± ${sd.toFixed(3)}` : "")).padStart(16);
    });
    const [rate, share, row] = key.split("\t");
    return `${rate!.padEnd(5)} ${share!.padEnd(5)} ${row!.padEnd(28)}${figures.join("")}`;
  });
  return [`rate  share ${"row".padEnd(28)}${shown.map((name) => name.padStart(16)).join("")}`, ...rows].join(
    "\n",
  );
}

/** Each statement with its verdict and the cells that it rests on. */
export function printVerdicts({ lines }: LabRecord) {
  const table = tableOf(lines);
  for (const { statement, rule, judge, figure } of statements) {
    const cells = judge(table);
    console.log(`${verdictOf(cells).toUpperCase()}: ${statement}\n  rule: ${rule}\n  ${figure}:`);
    for (const { condition, holds, seeds, of, figure: value } of cells) {
      const where = Object.entries(condition).map(([name, at]) => `${name} ${at}`);
      const counted = of === undefined ? "" : `, ${seeds} of ${of} seeds`;
      console.log(`    ${holds ? "holds" : "fails"} at ${where.join(", ")}: ${value.toFixed(4)}${counted}`);
    }
  }
}

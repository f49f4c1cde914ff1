import { scoresAt } from "../../src/experiments/outcome.ts";
import { labVersion } from "../../src/experiments/protocol.ts";
import { type LabRecord, type Measure, measures, spread } from "../../src/experiments/record.ts";
import { statements } from "../../src/experiments/statements.ts";
import type { Line, TablePlan } from "../../src/experiments/table.ts";
import { tableOf, verdictOf } from "../../src/experiments/verdict.ts";

/** Lines with their scores, and the protocol, seeds and version that they were made with. */
export function asJson(plans: readonly TablePlan[], lines: readonly Line[]): string {
  return JSON.stringify({ version: labVersion, plans, lines: lines.map(scored) }, null, 2);
}

/** One line a run; the protocol and version stand in each, so that a cut-out part still says what it is. */
export function asCsv([plan]: readonly TablePlan[], lines: readonly Line[]): string {
  const about = {
    version: labVersion,
    imbalance: plan!.imbalance,
    difficulty: plan!.difficulty,
    steps: plan!.steps,
  };
  const table = lines.map((line) => {
    const { counts, scores, centroid, argmax, ...rest } = scored(line);
    const named = scores.flatMap((s, c) => Object.entries(s).map(([name, value]) => [`${name}-${c}`, value]));
    const errors = { centroid, argmax };
    const traces = Object.entries(errors).flatMap(([name, list]) =>
      list.map((v, k) => [`${name}-${k + 1}`, v]),
    );
    return { ...about, ...rest, ...Object.fromEntries([...named, ...traces]), counts: counts.join(" ") };
  });
  const names = Object.keys(table[0] ?? {});
  const rows = table.map((row) =>
    names.map((name) => String((row as Record<string, unknown>)[name])).join(","),
  );
  return [names.join(","), ...rows].join("\n");
}

const scored = (line: Line) => ({ ...line, scores: scoresAt(line, line.share) });

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
      const { mean, sd } = spread(group.map(measures[name]));
      return `${mean.toFixed(3)} ± ${sd.toFixed(3)}`.padStart(16);
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

import { expect, test } from "vitest";
import { labPlans, labRecord } from "../../src/components/lab-rows.ts";
import { asCsv, asJson } from "../../src/experiments/download.ts";
import { countsAt, scoresAt } from "../../src/experiments/outcome.ts";

const lines = labRecord.lines.slice(0, 3);
const [names, ...rows] = asCsv(labPlans(), lines)
  .split("\n")
  .map((row) => row.split(","));
const cell = (row: number, name: string) => rows[row]![names!.indexOf(name)];

test("asCsv() names every column once and says of a trace error that it is one", () => {
  expect(new Set(names).size).toBe(names!.length);
  for (const decoder of ["centroid", "argmax"] as const)
    for (const curve of [1, 2])
      lines.forEach((line, k) => {
        expect(cell(k, `trace-error-${decoder}-${curve}`)).toBe(String(line[decoder][curve - 1]));
      });
});

test("asCsv() and asJson() hold the scores that follow from the counts, at the share of the run", () => {
  const { lines: told } = JSON.parse(asJson(labPlans(), lines));
  lines.forEach((line, k) => {
    const scores = scoresAt(line, line.share);
    expect(told[k].scores).toEqual(scores);
    scores.forEach(({ iou }, c) => {
      expect(cell(k, `iou-${c}`)).toBe(String(iou));
    });
  });
});

test("the counts go by the true class: each row adds up to the pixels of its class, whatever the row of the table", () => {
  const sums = labRecord.lines.map(({ counts, seed }) => {
    const rows = [0, 1, 2].map((c) => counts.slice(3 * c, 3 * c + 3).reduce((a, b) => a + b));
    return `${seed}: ${rows.join()}`;
  });
  expect(new Set(sums).size).toBe(new Set(labRecord.lines.map(({ seed }) => seed)).size);
  // Recall is blind to the reweighting of the background, which is another true class.
  const { counts } = countsAt(lines[0]!, lines[0]!.share);
  expect(scoresAt(lines[0]!, lines[0]!.share)[1]!.recall).toBeCloseTo(
    counts[4]! / (counts[3]! + counts[4]! + counts[5]!),
    12,
  );
});

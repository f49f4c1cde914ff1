import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { labVersion, rows, shares } from "../../src/experiments/protocol.ts";
import { measures, parseRecord, printRecord, spread } from "../../src/experiments/record.ts";
import { statements } from "../../src/experiments/statements.ts";
import { type Line, linesOf } from "../../src/experiments/table.ts";
import { tableOf, verdictOf } from "../../src/experiments/verdict.ts";

const text = readFileSync(join(import.meta.dirname, "../../records/lab.json"), "utf8");
const record = parseRecord(text);

describe("records/lab.json", () => {
  it("holds every row at every share and learning rate for eight seeds, made by this version of the lab", () => {
    expect(record.version).toBe(labVersion);
    const keys = new Set(record.lines.map((l) => [l.learningRate, l.share, l.row, l.seed].join()));
    for (const rate of [0.2, 0.05])
      for (const share of shares)
        for (const { id } of rows)
          for (let seed = 1; seed <= 8; seed++) expect(keys).toContain([rate, share, id, seed].join());
    expect(keys.size).toBe(record.lines.length);
  });

  it("is what printRecord() writes, and nothing is lost in reading it", () => {
    expect(printRecord(record)).toBe(text);
  });

  it("one seed at the smallest share, trained again here, gives its lines bit for bit", () => {
    const trained = ["soft-cross-entropy", "focal-tversky", "soft-cross-entropy-shifted", "lovasz-softmax"];
    const plan = { ...record.protocol, learningRate: 0.2, rows: trained, seeds: [1], shares: [0.6] };
    const kept = (row: string) =>
      record.lines.find((l) => l.row === row && l.learningRate === 0.2 && l.share === 0.6 && l.seed === 1);
    expect([...linesOf(plan, 1)]).toEqual(trained.map(kept));
  });

  it("answers every statement of the literature with one of the three verdicts", () => {
    const table = tableOf(record.lines);
    for (const { judge } of statements)
      expect(verdictOf(judge(table))).toMatch(/^(appears|does not appear|depends on .+)$/);
  });

  it("shows recall rising and precision falling along the tilt in every seed and learning rate from 80 percent up", () => {
    const tilt = ["tversky-precise", "dice", "tversky", "tversky-steep"];
    for (const at of record.lines.filter(({ row, share }) => row === "dice" && share >= 0.8)) {
      const same = (l: Line) =>
        l.share === at.share && l.seed === at.seed && l.learningRate === at.learningRate;
      const along = tilt.map((row) => record.lines.find((l) => l.row === row && same(l))!);
      for (const [k, line] of along.slice(1).entries()) {
        expect(measures["curve-recall"](line)).toBeGreaterThan(measures["curve-recall"](along[k]!));
        expect(measures["curve-precision"](line)).toBeLessThan(measures["curve-precision"](along[k]!));
      }
    }
  });
});

describe("spread", () => {
  it("spread() leaves NaN out and says how many values are in it", () => {
    expect(spread([1, 3, Number.NaN])).toEqual({ mean: 2, sd: Math.SQRT2, n: 2 });
  });
});

import { describe, expect, it } from "vitest";
import { labRecord, labRows, labSharesRows, labVerdicts } from "../../src/components/lab-rows.ts";
import { rows } from "../../src/experiments/protocol.ts";
import { initialState } from "../../src/widgets/controls.ts";
import { controls, costOf, dotsOf, sayOf, table } from "../../src/widgets/lab/spec.ts";
import * as shares from "../../src/widgets/lab-shares/spec.ts";

const state = initialState(controls);

describe("the lab's figure", () => {
  it("opens on the record's own lines at its settings, every row with every seed", () => {
    const { lines } = labRows();
    const seeds = new Set(labRecord.lines.map(({ seed }) => seed)).size;
    expect(lines).toHaveLength(rows.length * seeds);
    for (const row of dotsOf(state, lines).rows) expect(row.values, row.label).toHaveLength(seeds);
    expect(table(lines).rows).toHaveLength(rows.length);
    expect(sayOf(state, lines)).toContain(`over ${seeds} seeds`);
  });

  it("says what a run costs before it starts, and that nothing has run where nothing has", () => {
    expect(sayOf(state, [])).toContain(costOf(state));
    expect(costOf({ ...state, share: "0.99", seeds: 8, steps: 1000 })).toMatch(/minutes/);
  });
});

describe("the lab by share", () => {
  const start = initialState(shares.controls);

  it("the more background, the less of cross-entropy's pull is on the curves and the less is found, as the title says", () => {
    const data = labSharesRows();
    const at = (share: number) =>
      shares.pullsOf({ ...start, share: String(share) }, data).rows.find(({ subject }) => subject)!;
    const steps = data.shares.map(at);
    steps.slice(1).forEach((step, k) => {
      expect(step.pull[0]!).toBeGreaterThan(steps[k]!.pull[0]!);
      expect(step.score).toBeLessThan(steps[k]!.score);
    });
    expect(steps.at(-1)!.pull[0]!).toBeCloseTo(data.shares.at(-1)!, 3);
  });

  it("draws one point a share for every row, measure and rate of the record", () => {
    const data = labSharesRows();
    for (const rate of shares.controls.rate.options) {
      for (const measure of shares.controls.measure.options) {
        const chart = shares.chartOf({ ...start, rate: rate.id, measure: measure.id }, data);
        expect(chart.series).toHaveLength(rows.length);
        for (const { points } of chart.series) expect(points).toHaveLength(data.shares.length);
      }
    }
  });

  it("recall falls with the share under cross-entropy, Dice and the tilted Tversky, as the caption says", () => {
    const { means, shares: all } = labSharesRows();
    for (const row of ["soft-cross-entropy", "dice", "tversky"]) {
      for (const rate of Object.keys(means)) {
        const recall = means[rate]!["curve-recall"]![row]!;
        expect(recall[all.length - 1]!, `${row} ${rate}`).toBeLessThan(recall[0]!);
      }
    }
  });

  it("at the reference share the spread of recall over the rows is wider than that of F1, as the title says", () => {
    const { means, shares: all } = labSharesRows();
    const at = all.indexOf(Number(controls.share.initial));
    const range = (measure: string) => {
      const values = rows.map(({ id }) => means[controls.rate.initial]![measure]![id]![at]!);
      return Math.max(...values) - Math.min(...values);
    };
    expect(range("curve-recall")).toBeGreaterThan(2 * range("curve-f1"));
  });
});

describe("the lab's verdicts", () => {
  it("every statement has a verdict and at least one condition, and some do not appear", () => {
    const judged = labVerdicts();
    for (const { id, verdict, cells } of judged) {
      expect(verdict, id).toMatch(/^(appears|does not appear|depends on .+)$/);
      expect(cells.length, id).toBeGreaterThan(0);
    }
  });
});

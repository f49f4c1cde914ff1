import { describe, expect, it } from "vitest";
import { labRecord, labSharesRows } from "../../src/components/lab-rows.ts";
import { rows } from "../../src/experiments/protocol.ts";
import { linesAt, measures, spread } from "../../src/experiments/record.ts";
import { initialState } from "../../src/widgets/controls.ts";
import { controls } from "../../src/widgets/lab/spec.ts";
import * as shares from "../../src/widgets/lab-shares/spec.ts";

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

  it("shows every mean with its spread, under both learning rates", () => {
    const data = labSharesRows();
    const { columns, rows: body } = shares.table(start, data);
    expect(columns).toHaveLength(2 + data.shares.length);
    expect(body).toHaveLength(2 * rows.length);
    const share = 0.99;
    const recall = linesAt(labRecord.lines, { row: "dice", share, learningRate: 0.05 }).map(
      measures["curve-recall"],
    );
    const { mean, sd } = spread(recall);
    const [dice] = body.filter(([loss, rate]) => loss === "Dice" && rate === "0.05");
    const [shown, around] = dice![2 + data.shares.indexOf(share)]!.split(" ±\u00a0").map(Number);
    expect(Math.abs(shown! - mean)).toBeLessThan(0.00056);
    expect(Math.abs(around! - sd)).toBeLessThan(0.00056);
  });

  it("says how much of the gap at the slower rate is slow optimisation, as the record has it", () => {
    const data = labSharesRows();
    const f1 = (row: string, share: number, learningRate: number) =>
      spread(linesAt(labRecord.lines, { row, share, learningRate }).map(measures["curve-f1"])).mean;
    for (const share of [0.97, 0.99]) {
      const gap = (rate: number) => f1("dice", share, rate) - f1("soft-cross-entropy", share, rate);
      const part = 1 - gap(0.2) / gap(0.05);
      expect(part).toBeGreaterThan(0.5);
      expect(shares.slowPart(share, data).part).toBeCloseTo(part, 2);
      expect(shares.say({ ...start, share: String(share) } as typeof start, data)).toContain(
        `simulated, at least ${Math.round(100 * part)} percent of the gap is slow optimisation and not the loss.`,
      );
    }
    for (const { id } of shares.controls.share.options)
      expect(shares.say({ ...start, share: id } as typeof start, data)).toMatch(
        /slow optimisation|no gap to explain/,
      );
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

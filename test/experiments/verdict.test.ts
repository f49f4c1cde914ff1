import { describe, expect, it } from "vitest";
import { rows, shares } from "../../src/experiments/protocol.ts";
import { statements } from "../../src/experiments/statements.ts";
import type { Line } from "../../src/experiments/table.ts";
import { type Cell, mostSeeds, tableOf, verdictOf } from "../../src/experiments/verdict.ts";

const cell = (holds: boolean, condition: Cell["condition"]): Cell => ({ holds, condition, figure: 0 });

/** A made-up table in which `recall` gives the recall of both curves, and nothing is ever stray. */
function table(recall: (row: string, share: number, seed: number, learningRate: number) => number) {
  const lines = [0.2, 0.05].flatMap((learningRate) =>
    rows.flatMap(({ id }) =>
      shares.flatMap((share) =>
        [1, 2, 3, 4, 5, 6, 7, 8].map((seed): Line => {
          const hits = 1000 * recall(id, share, seed, learningRate);
          const counts = [98000, 0, 0, 1000 - hits, hits, 0, 1000 - hits, 0, hits];
          const error = [1 - hits / 1000, 0];
          return {
            learningRate,
            row: id,
            share,
            seed,
            weights: "",
            shift: 0,
            counts,
            centroid: error,
            argmax: error,
          };
        }),
      ),
    ),
  );
  return tableOf(lines);
}

const judged = (id: string, made: ReturnType<typeof table>) =>
  verdictOf(statements.find((statement) => statement.id === id)!.judge(made));

describe("verdictOf", () => {
  it("verdictOf() appears where all hold, does not where none does", () => {
    expect(verdictOf([cell(true, { share: 0.6 }), cell(true, { share: 0.8 })])).toBe("appears");
    expect(verdictOf([cell(false, { share: 0.6 })])).toBe("does not appear");
    expect(verdictOf([])).toBe("does not appear");
  });

  it("verdictOf() names the condition that changes the answer with all others alike", () => {
    const grid = (holds: (share: number, learningRate: number) => boolean) =>
      [0.9, 0.99].flatMap((share) =>
        [0.2, 0.05].map((learningRate) => cell(holds(share, learningRate), { share, learningRate })),
      );
    expect(verdictOf(grid((share) => share > 0.9))).toBe("depends on the background share");
    expect(verdictOf(grid((_, rate) => rate < 0.1))).toBe("depends on the learning rate");
    expect(verdictOf(grid((share, rate) => share > 0.9 && rate < 0.1))).toBe(
      "depends on the background share and the learning rate",
    );
    expect(verdictOf([cell(true, { decoder: "argmax" }), cell(false, { decoder: "centroid" })])).toBe(
      "depends on the decoder",
    );
  });

  it("mostSeeds() allows one seed in eight to differ", () => {
    const shown = (n: number) => Array.from({ length: 8 }, (_, k) => k < n);
    expect(mostSeeds(shown(7))).toEqual({ holds: true, seeds: 7, of: 8 });
    expect(mostSeeds(shown(6)).holds).toBe(false);
    expect(mostSeeds([true]).holds).toBe(true);
  });
});

describe("statements", () => {
  it("every statement has a rule, a name of its own and figures for each cell of any table", () => {
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    const made = table((row, share, seed) => 0.5 + 0.01 * row.length - 0.3 * share + 0.001 * seed);
    for (const { judge, rule } of statements) {
      expect(rule.length).toBeGreaterThan(30);
      for (const { figure, condition } of judge(made)) {
        expect(figure).not.toBeNaN();
        expect(Object.keys(condition).length).toBeGreaterThan(0);
      }
    }
  });

  it("on a table where all losses are alike, nothing separates and nobody is first", () => {
    const same = table(() => 0.7);
    const positive = ["interchangeable-when-mild"];
    for (const { id } of statements)
      expect(judged(id, same)).toBe(positive.includes(id) ? "appears" : "does not appear");
  });

  it("on a table where cross-entropy falls alone, it degrades hardest, and only there", () => {
    const falling = (rates: readonly number[]) =>
      table((row, share, _seed, rate) =>
        row === "soft-cross-entropy" && share > 0.9 && rates.includes(rate) ? 0.4 : 0.7,
      );
    expect(judged("cross-entropy-degrades-hardest", falling([0.2, 0.05]))).toBe("appears");
    expect(judged("dice-resists-better", falling([0.2, 0.05]))).toBe("appears");
    expect(judged("a-threshold-recovers-the-gap", falling([0.2, 0.05]))).toBe("appears");
    expect(judged("cross-entropy-degrades-hardest", falling([0.05]))).toBe("depends on the learning rate");
    expect(judged("part-of-the-gap-is-optimisation", falling([0.05]))).toBe("appears");
  });

  it("on a table where recall follows the tilt, Tversky keeps most of it and lowers the trace error", () => {
    const weight: Record<string, number> = { "tversky-precise": 0.3, tversky: 0.7, "tversky-steep": 0.9 };
    const tilted = table((row) => weight[row] ?? 0.5);
    expect(judged("tilted-tversky-keeps-sensitivity", tilted)).toBe("appears");
    expect(judged("tilt-improves-the-trace", tilted)).toBe("appears");
    // Precision is 1 throughout here, so that the trade itself must not be seen.
    expect(judged("tilt-trades-precision-for-recall", tilted)).toBe("does not appear");
  });

  it("a table without the lines that a rule needs is refused with a remedy", () => {
    expect(() => statements[0]!.judge(tableOf([]))).not.toThrow();
    const line = { learningRate: 0.2, row: "dice", share: 0.99, seed: 1, weights: "", shift: 0 };
    const one = tableOf([{ ...line, counts: [1, 0, 0, 0, 1, 0, 0, 0, 1], centroid: [0, 0], argmax: [0, 0] }]);
    expect(() => statements[0]!.judge(one)).toThrow(/remake it with npm run lab/);
  });
});

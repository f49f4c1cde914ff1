import { describe, expect, it } from "vitest";
import { labRecord, labRows, labVerdicts } from "../../src/components/lab-rows.ts";
import { scoresAt } from "../../src/experiments/outcome.ts";
import { defaultProtocol, rows } from "../../src/experiments/protocol.ts";
import { linesAt, spread } from "../../src/experiments/record.ts";
import { linesOf } from "../../src/experiments/table.ts";
import { initialState } from "../../src/widgets/controls.ts";
import { commandOf } from "../../src/widgets/lab/command.ts";
import { leadOf } from "../../src/widgets/lab/lead.ts";
import { liveIou, liveLoss } from "../../src/widgets/lab/live-chart.ts";
import { controls, costOf, dotsOf, protocolOf, type State, sayOf, spec } from "../../src/widgets/lab/spec.ts";
import { firstLog } from "../../src/widgets/lab/still.ts";
import { classTable, table } from "../../src/widgets/lab/tables.ts";

const state: State = initialState(controls);

describe("the lab's figure", () => {
  it("opens on the record's own lines at its settings, every row with every seed", () => {
    const { lines } = labRows();
    const seeds = new Set(labRecord.lines.map(({ seed }) => seed)).size;
    expect(lines).toHaveLength(rows.length * seeds);
    for (const row of dotsOf(state, lines).rows) expect(row.values, row.label).toHaveLength(seeds);
    expect(table(lines).rows).toHaveLength(rows.length);
    expect(sayOf(state, { lines }, labRows())).toContain(`over ${seeds} seeds`);
  });

  it("names the command that runs the same in Node, with what differs from its own settings", () => {
    expect(commandOf(protocolOf(state), 1)).toBe("npm run lab -- --seeds 1 --share 0.97");
    const other = { ...state, imbalance: "geometry", difficulty: "hard", rate: "0.05", steps: 800 } as State;
    expect(commandOf(protocolOf(other), 8)).toBe(
      "npm run lab -- --seeds 8 --share 0.97 --imbalance geometry --difficulty hard --steps 800 --learning-rate 0.05",
    );
  });

  it("says what a run costs before it starts, and that nothing has run where nothing has", () => {
    expect(sayOf(state, { lines: [] }, labRows())).toContain(costOf(state));
    expect(costOf({ ...state, share: "0.99", seeds: 8, steps: 1000 })).toMatch(/minutes/);
    expect(costOf({ ...state, share: "0.8" })).toMatch(/^about 1 second on/);
  });

  it("has presets that each set all that a run depends on, so that one never leaves its mark on the next", () => {
    const all = spec.presets.map(({ values }) => JSON.stringify({ ...state, ...values }));
    for (const { values: before } of spec.presets)
      expect(spec.presets.map(({ values }) => JSON.stringify({ ...state, ...before, ...values }))).toEqual(
        all,
      );
  });

  it("speaks with the record under the record's settings and under no others", () => {
    const data = labRows();
    const recorded = spec.say(state, data);
    expect(recorded).toContain("over 8 seeds");
    expect(spec.say({ ...state, measure: "curve-f1", row: "dice", live: "curve-1" }, data)).toContain(
      "over 8 seeds",
    );
    const others = [
      ...spec.presets.map(({ id, values }) => [id, values] as const),
      ["the share", { share: "0.99" }],
      ["the way of the share", { imbalance: "geometry" }],
      ["the scan", { difficulty: "easy" }],
      ["the rate", { rate: "0.05" }],
      ["the steps", { steps: 210 }],
    ] as const;
    for (const [name, values] of others) {
      if (name === "reference") continue;
      const asked = { ...state, ...values } as State;
      expect(spec.say(asked, data), name).toBe(
        `Nothing has run with these settings. A run takes ${costOf(asked)}.`,
      );
    }
  });

  it("shows every class by itself under every loss, and each curve's trace as two decoders read it", () => {
    const { lines } = labRows();
    const { columns, rows: body } = classTable(lines);
    expect(body).toHaveLength(3 * rows.length);
    for (const row of body) expect(row).toHaveLength(columns.length);
    const dice = linesAt(lines, { ...defaultProtocol, row: "dice" });
    const text = (values: number[]) => {
      const { mean, sd } = spread(values);
      return `${mean.toFixed(3)} ±\u00a0${sd.toFixed(3)}`;
    };
    expect(body.find(([loss, name]) => loss === "Dice" && name === "curve 2")).toEqual([
      "Dice",
      "curve 2",
      ...(["iou", "f1", "precision", "recall"] as const).map((score) =>
        text(dice.map((line) => scoresAt(line, line.share)[2]![score])),
      ),
      text(dice.map(({ centroid }) => centroid[1]!)),
      text(dice.map(({ argmax }) => argmax[1]!)),
    ]);
  });

  it("draws of a run on its way every loss's value, above 1 too, and the IoU of the class that was chosen", () => {
    const moment = { step: 0, value: 1.5, iou: [0.9, 0.2, 0.4], listens: [1, 0, 0] };
    const moments = () => [moment];
    const expected = { curves: 0.3, "curve-1": 0.2, "curve-2": 0.4, background: 0.9 };
    for (const { id } of controls.live.options) {
      const { series, top } = liveIou({ ...state, live: id }, moments, 200);
      expect(series.map(({ points }) => points[0]!.y)).toEqual(
        rows.map(() => expect.closeTo(expected[id], 12)),
      );
      expect(top).toBe(1);
    }
    const { series, top } = liveLoss(state, moments, 200);
    expect([series.length, series[0]!.points[0]!.y, top]).toEqual([rows.length, 1.5, 1.5]);
  });

  it("says of a run on its way, or stopped, that it has only begun or is so far", () => {
    const data = labRows();
    const asked = { ...state, share: "0.99" };
    const one = data.lines.slice(0, 1);
    expect(sayOf(asked, { lines: [], way: "running" }, data)).toBe(
      "The run has begun; no loss is trained yet.",
    );
    expect(sayOf(asked, { lines: [], way: "stopped" }, data)).toBe(
      "The run was stopped before a loss was trained.",
    );
    for (const way of ["running", "stopped"] as const)
      expect(sayOf(asked, { lines: one, way }, data)).toMatch(
        /^So far, at 99 percent background, over 1 seed, the recall of the curves is \d\.\d\d \(cross-entropy\)\.$/,
      );
    expect(sayOf(asked, { lines: [], way: "stopped", failed: "it cannot be drawn" }, data)).toBe(
      "Nothing was trained: it cannot be drawn.",
    );
    expect(sayOf(state, { lines: data.lines, way: "ended" }, data)).toBe(spec.say(state, data));
  });

  it("opens on a log with both curves and the answer that the record holds of it", () => {
    const { scene, outcome } = firstLog();
    expect([1, 2].map((c) => scene.labels.includes(c))).toEqual([true, true]);
    const { share, learningRate, seed, ...kept } = labRows().lines.find(
      (line) => line.row === controls.row.initial && line.seed === defaultProtocol.seed,
    )!;
    expect(outcome).toEqual(kept);
  });

  it("after 800 steps says what part of the record's gap, on the same seeds, was slow optimisation", () => {
    const data = labRows();
    const asked = { ...state, ...spec.presets.find(({ id }) => id === "long")!.values } as State;
    const plan = { ...defaultProtocol, learningRate: Number(asked.rate), steps: asked.steps };
    const run = (steps: number) => [
      ...linesOf(
        { ...plan, steps, shares: [plan.share], seeds: [2], rows: ["soft-cross-entropy", "dice"] },
        2,
      ),
    ];
    const [short, long] = [run(labRecord.protocol.steps), run(asked.steps)];
    const before = leadOf(short);
    expect(data.leads.of[asked.rate]![asked.share]![1]).toBeCloseTo(before, 4);
    const lead = leadOf(long);
    expect(lead).toBeLessThan(before / 2);
    const part = lead <= 0 ? "all" : `at least ${Math.round(100 * (1 - lead / before))} percent`;
    const said = sayOf(asked, { lines: long, way: "ended" }, data);
    expect(said).toContain(
      `after 200 steps it was ${before.toFixed(3)} ahead: simulated, ${part} of that gap`,
    );
    for (const other of [{ difficulty: "hard" }, { imbalance: "geometry" }, { steps: 200 }] as const)
      expect(sayOf({ ...asked, ...other } as State, { lines: long, way: "ended" }, data)).not.toMatch(
        /after 200/,
      );
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

import { describe, expect, it } from "vitest";
import { calculators as names } from "../../src/atlas/schemas/question.ts";
import { atlas } from "../../src/atlas/vite.ts";
import { calculators, controlsOf, specOf, table } from "../../src/widgets/calculator/spec.ts";
import { initialState, parsed, printed } from "../../src/widgets/controls.ts";

describe("calculators", () => {
  it("there is one for every name that a question may ask for, and no other", () => {
    expect(Object.keys(calculators).sort()).toEqual([...names].sort());
  });

  it("every question opens its calculator on a state that the controls hold, and gets values", () => {
    for (const { id, front } of atlas.questions.values()) {
      const rows = { figure: front.figure, state: front.state };
      const controls = controlsOf(rows);
      for (const [name, value] of Object.entries(front.state)) {
        const control = controls[name];
        expect(control, `${id}: ${name}`).toBeDefined();
        if (control?.kind === "choice")
          expect(
            control.options.map((option) => option.id),
            id,
          ).toContain(value);
        else if (control?.kind === "range" || control?.kind === "number") {
          expect(Number(value), `${id}: ${name}`).toBeGreaterThanOrEqual(control.min);
          expect(Number(value), `${id}: ${name}`).toBeLessThanOrEqual(control.max);
        }
      }
      // What a script reads off the inputs at the first touch must be the state that the server drew.
      for (const [name, control] of Object.entries(controls))
        expect(parsed(control, printed(control, control.initial)), `${id}: ${name}`).toBe(control.initial);
      const state = initialState(controls);
      expect(table(state, rows).rows.length, id).toBeGreaterThan(0);
      expect(specOf(rows).say(state, rows), id).toMatch(/\.$/);
    }
  });

  const answer = (figure: string, state: object) => {
    const rows = { figure, state: state as never };
    return calculators[figure]!.answer(initialState(controlsOf(rows)));
  };
  const value = (figure: string, state: object, label: string) =>
    answer(figure, state).values.find((one) => one.label.startsWith(label))!.value;

  it("stuck-at gives the values that people report at 96 percent background", () => {
    expect(value("stuck-at", { classes: 2, share: 0.96 }, "background in the mean")).toBeCloseTo(0.51, 2);
    expect(value("stuck-at", { classes: 3, share: 0.96 }, "background in the mean")).toBeCloseTo(0.673, 3);
    expect(value("stuck-at", { classes: 3, share: 0.96 }, "foreground classes only")).toBe(1);
    expect(value("stuck-at", { classes: 3, share: 0.96 }, "pooled")).toBeCloseTo(0.04, 12);
  });

  it("batch-size gives one half for each image and almost nothing for the batch", () => {
    expect(value("batch-size", { large: 400, small: 20 }, "each image")).toBe(0.5);
    expect(value("batch-size", { large: 400, small: 20 }, "counts over the batch")).toBeCloseTo(
      1 - 800 / 820,
      12,
    );
  });

  it("exponent: a power below one pulls harder near the solution, its reciprocal lets go", () => {
    expect(value("exponent", { exponent: 0.75, index: 0.99 }, "slope, exponent 0.75")).toBeCloseTo(2.372, 3);
    expect(value("exponent", { exponent: 0.75, index: 0.1 }, "slope, exponent 0.75")).toBeCloseTo(0.77, 3);
  });

  it("half-precision sums run over at 262,144 ones and not at 65,504", () => {
    expect(value("half-precision", { side: 512 }, "sum")).toBe(Number.POSITIVE_INFINITY);
    expect(value("half-precision", { side: 240 }, "sum")).toBe(57_600);
  });

  it("ignored pixels change nothing under the right rule only", () => {
    expect(value("ignored", { share: 0.5 }, "left out")).toBe(0);
    expect(value("ignored", { share: 0.5 }, "out of the numerator")).toBeGreaterThan(0.1);
  });

  it("pages about a value that breaks open on the broken value", () => {
    expect(value("gamma", { gamma: 0.5, logit: 40 }, "in probabilities")).toBeNaN();
    expect(value("gamma", { gamma: 0.5, logit: 40 }, "in logarithms")).toBeGreaterThan(0);
    expect(value("exponent", { exponent: 0.75, index: 1 }, "the same without a floor")).toBe(Infinity);
    expect(value("exponent", { exponent: 0.75, index: 1 }, "slope, exponent 0.75")).toBeCloseTo(750, 6);
    const opens = (id: string) => atlas.questions.get(id)!.front.state;
    expect(opens("focal-nan-below-one")).toEqual({ gamma: 0.5, logit: 40 });
    expect(opens("focal-tversky-nan")).toEqual({ exponent: 0.75, index: 1 });
  });

  it("pixel: squares let go of a faint stray, the linear form pulls on; by hand 4p/(2 + p²)² and 2/(2 + p)²", () => {
    const state = { loss: "dice", label: 0, squared: true };
    const p = 0.05;
    expect(value("pixel", state, "squared form")).toBeCloseTo((4 * p) / (2 + p * p) ** 2, 12);
    expect(value("pixel", state, "linear form")).toBeCloseTo(2 / (2 + p) ** 2, 12);
  });

  it("pixel: the product form wants a half label at one, the norm form at one half", () => {
    expect(value("pixel", { loss: "dice", label: 0.5 }, "product form")).toBeGreaterThan(0.98);
    expect(value("pixel", { loss: "dice", label: 0.5 }, "norm form")).toBeCloseTo(0.5, 1);
    expect(value("pixel", { loss: "focal", gamma: 2, eta: 0.8 }, "focal")).toBeCloseTo(0.627, 2);
  });

  it("one softmax channel gives no loss", () => {
    expect(value("channels", { channels: 1, loss: "soft-cross-entropy" }, "softmax")).toBe(0);
  });
});

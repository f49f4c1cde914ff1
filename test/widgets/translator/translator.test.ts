import { expect, test } from "vitest";
import { atlas } from "../../../src/atlas/vite.ts";
import { rowsOf } from "../../../src/components/figure-rows.ts";
import { frameOf, translationFrame } from "../../../src/experiments/translation-frame.ts";
import { paperPresets } from "../../../src/losses/presets.ts";
import { initialState } from "../../../src/widgets/controls.ts";
import {
  answerOf,
  codeOf,
  controls,
  notesOf,
  type Rows,
  say,
  tables,
} from "../../../src/widgets/translator/spec.ts";

const rows = rowsOf["translator"]!(atlas) as Rows;
const initial = initialState(controls);
type State = typeof initial;

test("its libraries are those of content/libraries that were run, under their own names; its papers have a preset", () => {
  const run = [...atlas.libraries.values()].filter(({ status }) => status === "run");
  const named = run.map(({ id, name }) => ({ id, label: name }));
  expect([...controls.library.options].sort((a, b) => a.id.localeCompare(b.id))).toEqual(
    named.sort((a, b) => a.id.localeCompare(b.id)),
  );
  expect(controls.paper.options.map(({ id }) => id)).toEqual(
    expect.arrayContaining(paperPresets.map(({ id }) => id)),
  );
});

test("the frames hold both curves in the first place and lose the second on demand", () => {
  const present = (absent: boolean) => new Set(translationFrame({ seed: initial.seed, absent }).labels);
  expect([...present(false)].sort()).toEqual([0, 1, 2]);
  expect([...present(true)].sort()).toEqual([0, 1]);
});

test("a task changes how the frames are handed over, not what they show", () => {
  const frame = translationFrame({ seed: 5, absent: false });
  const soft = frameOf("soft", frame);
  const hard = frameOf("multi-class", frame);
  const pixels = frame.width * frame.height;
  for (let k = 0; k < 2 * pixels; k++) {
    const [b, i] = [Math.floor(k / pixels), k % pixels];
    const shares = [0, 1, 2].map((c) => soft.target![(b * 3 + c) * pixels + i]);
    expect(shares.indexOf(1)).toBe(hard.labels![k]);
    expect(frameOf("binary", frame).labels![k]).toBe(hard.labels![k] === 0 ? 0 : 1);
  }
});

test("Keras is handed the paper's letters exchanged, and says so", () => {
  const answer = answerOf({ ...initial, paper: "salehi2017tversky", library: "keras" }, rows);
  expect(codeOf(answer)).toContain("alpha=0.7, beta=0.3");
  expect(notesOf(answer)[0]).toBe(
    "In this call alpha is the weight of a false negative; beta is the weight of a false positive.",
  );
  expect(notesOf(answer).at(-1)).toMatch(
    /^Run on \d{4}-\d\d-\d\d with version 3[\d.]+ on \d+ cases; largest/,
  );
  expect(say({ ...initial, paper: "salehi2017tversky", library: "keras" }, rows)).toMatch(
    /equal to \d+ digits/,
  );
});

test("a library without the loss shows no code, no row and what it lacks", () => {
  const state = { ...initial, paper: "sudre2017gdl", library: "torchvision" } as const;
  const answer = answerOf(state, rows);
  expect(say(state, rows)).toMatch(/^There is no Generalised Dice loss in torchvision [\d.]+\.$/);
  expect(codeOf(answer)).toMatch(/^# /);
  expect(notesOf(answer)).toEqual(["Cannot express: the loss itself, which it does not provide."]);
  expect(tables(answer).map((table) => table.rows)).toEqual([[], []]);
});

test("where they differ, the table marks the very switches that the sentence names", () => {
  const state = { ...initial, paper: "milletari2016vnet", library: "optax" } as const;
  const words = say(state, rows);
  const [, switches] = tables(answerOf(state, rows));
  const marked = switches!.rows.filter((row) => row.at(-1) === "yes").map(([name]) => name);
  expect(marked).toEqual(["denominator"]);
  for (const name of marked) expect(words).toContain(`they differ, by ${name}`);
});

test("where the paper's formula has no value, the call's stands with the switch that gives it", () => {
  const state = { ...initial, paper: "sudre2017gdl", library: "monai", absent: true } as const;
  const words = say(state, rows);
  expect(words).toMatch(/It gives 0\.\d+ here; the paper’s formula has no value: class 2: absent, [^;]+\.$/);
  expect(words).toMatch(/ The call has one by volume repair\.$/);
  const [, switches] = tables(answerOf(state, rows));
  expect(switches!.rows.filter((row) => row.at(-1) === "yes").map(([name]) => name)).toEqual([
    "volume repair",
  ]);
});

test("gamma is called the exponent only where it is: the paper's focal Tversky takes its reciprocal", () => {
  const said = (library: State["library"]) =>
    notesOf(answerOf({ ...initial, paper: "abraham2019focaltversky", library }, rows))[0];
  expect(said("pytorch")).toContain("gamma is the number whose reciprocal is the exponent");
  const focal = notesOf(answerOf({ ...initial, paper: "lin2017focal", library: "monai" }, rows))[0];
  expect(focal).toContain("gamma is the exponent");
});

test("no limit denies what the nearest call does: focal Tversky of several classes in segmentation_models.pytorch", () => {
  const state = {
    ...initial,
    paper: "abraham2019focaltversky",
    library: "segmentation-models-pytorch",
  } as const;
  const answer = answerOf(state, rows);
  expect(answer.calls[0]!.call.task).toBe("multi-class");
  expect(say(state, rows)).toMatch(/equal to \d+ digits/);
  expect(notesOf(answer).find((note) => note.startsWith("Cannot express"))).toBe(
    "Cannot express: several classes as in the paper, in one call: the power is taken after their mean. " +
      "Instead: one call a class, each raised to the power and added.",
  );
});

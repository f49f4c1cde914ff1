import { join } from "node:path";
import { expect, test } from "vitest";
import { largestDifference, readLibraries } from "../../scripts/golden.ts";
import { evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame } from "../../src/losses/loss.ts";
import { paperPresets } from "../../src/losses/presets.ts";
import { losses, lossOf } from "../../src/losses/registry.ts";
import { random } from "../../src/numerics/random.ts";

const libraries = [...readLibraries(join(import.meta.dirname, "../.."))];

test.each(libraries)(
  "%s says of every loss how it spells it, or why it does not",
  (_, { spellings, cannot }) => {
    const said = new Set([...spellings, ...cannot].map(({ loss }) => loss));
    expect([...said].sort()).toEqual(Object.keys(losses).sort());
  },
);

test.each(libraries)("%s says what it cannot express in words that follow on those two", (_, { cannot }) => {
  for (const { what } of cannot) expect(what, `cannot express ${what}`).not.toMatch(/^(not?|none|nothing)\b/);
});

test("PyTorch's own functions cover all seven losses, for there a reader without a library ends", () => {
  const [, { spellings }] = libraries.find(([id]) => id === "pytorch")!;
  expect(new Set(spellings.map(({ loss }) => loss))).toEqual(new Set(Object.keys(losses)));
});

test("a letter weighs a parameter that its loss has", () => {
  for (const [id, { spellings }] of libraries) {
    for (const { id: name, loss, letters } of spellings) {
      const known = lossOf(loss).parameters.map((parameter) => parameter.id);
      expect(known, `${id}/${name}`).toEqual(expect.arrayContaining(Object.values(letters)));
    }
  }
});

test("where a letter is passed a number, that number is the parameter's value", () => {
  let passed = 0;
  for (const [id, { spellings }] of libraries) {
    for (const { id: name, letters, call, parameters } of spellings) {
      for (const [letter, weighs] of Object.entries(letters)) {
        const given = new RegExp(`\\b${letter}=(\\d+(?:\\.\\d+)?)(?=[,)\\n])`).exec(call)?.[1];
        if (given === undefined) continue;
        passed++;
        expect(Number(given), `${id}/${name}: ${letter}`).toBe(parameters[weighs]);
      }
    }
  }
  expect(passed).toBeGreaterThan(30);
});

/** Three classes, or one sigmoid channel, every class present in every image, no score at its end. */
function frameFor(task: string): Frame {
  const { uniform } = random(7);
  const [batch, pixels, classes] = [2, 48, task === "binary" ? 1 : 3];
  const logits = Float64Array.from({ length: batch * classes * pixels }, () => 6 * uniform() - 3);
  const labels: number[] = Array.from({ length: batch * pixels }, (_, i) =>
    i % (task === "binary" ? 4 : 3) === 0 ? 1 : 0,
  );
  if (task !== "binary") for (let i = 2; i < labels.length; i += 3) labels[i] = 2;
  return { batch, classes, pixels, logits, labels };
}

const spelled = libraries.flatMap(([id, { spellings }]) =>
  spellings.filter(({ paper }) => paper).map((entry) => [`${id}/${entry.id}`, entry] as const),
);

test.each(spelled)("%s is its paper's setting wherever every class is present", (_, entry) => {
  const preset = paperPresets.find(({ id }) => id === entry.paper);
  expect(preset?.loss).toBe(entry.loss);
  const frame = frameFor(entry.task);
  const loss = lossOf(entry.loss);
  const here = evaluateWithGradient(loss, frame, entry);
  const paper = evaluateWithGradient(loss, frame, preset);
  expect(Math.abs(here.value - paper.value)).toBeLessThan(1e-6);
  expect(largestDifference(here.logits!, paper.logits!)).toBeLessThan(1e-6);
});

test("each paper's setting can be said in PyTorch, and each library says it or why it cannot", () => {
  const papers = paperPresets.map(({ id }) => id).sort();
  const inPyTorch = libraries.find(([id]) => id === "pytorch")![1].spellings.map(({ paper }) => paper);
  expect([...new Set(inPyTorch.filter((paper) => paper !== undefined))].sort()).toEqual(papers);
  for (const [id, { status, spellings, cannot }] of libraries) {
    if (status === "read") continue;
    for (const preset of paperPresets) {
      const says = spellings.some(({ paper }) => paper === preset.id);
      expect(says || cannot.some(({ loss }) => loss === preset.loss), `${id}: ${preset.id}`).toBe(true);
    }
  }
});

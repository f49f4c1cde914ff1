import { join } from "node:path";
import { expect, test } from "vitest";
import { readLibraries } from "../../scripts/golden.ts";
import { losses, lossOf } from "../../src/losses/registry.ts";

const libraries = [...readLibraries(join(import.meta.dirname, "../.."))];

test.each(libraries)(
  "%s says of every loss how it spells it, or why it does not",
  (_, { spellings, cannot }) => {
    const said = new Set([...spellings, ...cannot].map(({ loss }) => loss));
    expect([...said].sort()).toEqual(Object.keys(losses).sort());
  },
);

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

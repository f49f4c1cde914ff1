import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readLibraries } from "../../scripts/golden.ts";
import { sentenceOf, type Verification } from "../../src/atlas/verification.ts";

const root = join(import.meta.dirname, "../..");
const textOf = (says: string, numbers: Record<string, number | boolean | null>) =>
  sentenceOf(says, { hash: "", numbers })
    .map(({ text }) => text)
    .join("");

test.each([
  ["{a} of {b}", { a: 16, b: 16 }, "16 of 16"],
  ["{a}", { a: 0.61187654 }, "0.6119"],
  ["{a}", { a: -0.25 }, "\u22120.25"],
  ["{a}", { a: 9.765618896e-9 }, "9.766\u00a0×\u00a010⁻⁹"],
  ["{a}", { a: -0.0000015625 }, "\u22121.563\u00a0×\u00a010⁻⁶"],
  ["{a}", { a: 0 }, "0"],
  ["{a}", { a: null }, "not a number"],
  ["{a}", { a: true }, "true"],
])("sentenceOf(%j, %j) reads %j", (says, numbers, text) => {
  expect(textOf(says, numbers)).toBe(text);
});

test("sentenceOf tells words from numbers, and refuses a name that the record does not hold", () => {
  expect(sentenceOf("it is {a}.", { hash: "", numbers: { a: 1 } })).toEqual([
    { text: "it is " },
    { text: "1", number: "a" },
    { text: "." },
  ]);
  expect(() => textOf("{b}", { a: 1 })).toThrow("{b}: no such number in the record of this surprise");
});

test("every surprise of content/libraries reads as a sentence once its record fills it", () => {
  const record: Verification = JSON.parse(readFileSync(join(root, "records/libraries.json"), "utf8"));
  for (const [id, { surprises }] of readLibraries(root)) {
    for (const surprise of surprises) {
      const pieces = sentenceOf(surprise.says, record.libraries[id]!.surprises[surprise.id]!);
      const sentence = pieces.map(({ text }) => text).join("");
      expect(sentence, `${id}/${surprise.id}`).toMatch(/^\S[^{}]*\.$/);
    }
  }
});

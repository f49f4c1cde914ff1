import { expect, test } from "vitest";
import { numbersOf } from "../../src/atlas/verdicts.ts";
import { atlas } from "../../src/atlas/vite.ts";
import { numbersIn, runAll, verdictOf } from "../../src/checks/verdicts.ts";

const id = "the-trace-error-falls-by-about-a-quarter";

test("a verdict names the numbers that its check asked for, and from these alone the check runs again", () => {
  const verdict = verdictOf(id, 3, numbersOf(atlas));
  expect(Object.keys(verdict.numbers).sort()).toEqual(["trace-error.dice", "trace-error.tversky"]);
  expect(verdictOf(id, 3, numbersIn(verdict.numbers))).toEqual(verdict);
});

test("a number that was not handed over, or a claim without a check, is an error that names it", () => {
  expect(() => verdictOf(id, 3, numbersIn({}))).toThrow(
    "number trace-error.dice: not among those handed over",
  );
  expect(() => verdictOf("a-claim", 3, numbersOf(atlas))).toThrow('claim "a-claim": no check of that name');
});

test("another number makes the claim about it false", () => {
  const numbers = { "trace-error.dice": 1, "trace-error.tversky": 0.9 };
  expect(verdictOf(id, 3, numbersIn(numbers)).holds).toBe(false);
});

test("runAll() holds for a seed of no significance", () => {
  const verdicts = runAll(numbersOf(atlas), 20_261_124);
  expect(verdicts.filter(({ holds }) => !holds)).toEqual([]);
  expect(verdicts.length).toBeGreaterThanOrEqual(35);
});

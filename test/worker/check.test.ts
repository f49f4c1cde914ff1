import { expect, test } from "vitest";
import { checkOfClaim, numbersIn, verdictOf } from "../../src/checks/verdicts.ts";
import { createClient } from "../../src/worker/client.ts";
import { onThePage } from "../../src/worker/start.ts";

const client = createClient(onThePage, 1);

test("run(check) gives the verdict that this thread computes, with the falsehood in words", async () => {
  const [id, numbers] = [
    "the-trace-error-falls-by-about-a-quarter",
    { "trace-error.dice": 1, "trace-error.tversky": 0.755 },
  ];
  const { milliseconds, saysFalsely, ...verdict } = await client.run("check", { id, seed: 5, numbers });
  expect(verdict).toEqual(verdictOf(id, 5, numbersIn(numbers)));
  expect(verdict.holds).toBe(true);
  expect(saysFalsely).toBe(checkOfClaim(id).falsehood);
  expect(milliseconds).toBeGreaterThan(0);
});

test("run(check) of a claim without a check, or without its numbers, is refused in one sentence", async () => {
  const seed = 1;
  await expect(client.run("check", { id: "no-claim", seed, numbers: {} })).rejects.toThrow(
    "no check of that name",
  );
  const id = "curve-one-is-the-easier-by-both-scores";
  await expect(client.run("check", { id, seed, numbers: {} })).rejects.toThrow("not among those handed over");
});

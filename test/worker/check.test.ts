import { expect, test } from "vitest";
import { checkOfClaim, numbersIn, verdictOf } from "../../src/checks/verdicts.ts";
import { createClient } from "../../src/worker/client.ts";
import { onThePage } from "../../src/worker/start.ts";

const client = createClient(onThePage, 1);

const id = "the-trace-error-falls-by-about-a-quarter";
const numbers = { "trace-error.dice": 1, "trace-error.tversky": 0.755 };

test("run(check) gives what this thread computes, with the false variant in words where it is wanted", async () => {
  const { milliseconds, ...ran } = await client.run("check", { id, seed: 5, numbers, doubted: true });
  const { claim, falsehood } = verdictOf(id, 5, numbersIn(numbers));
  const says = checkOfClaim(id).falsehood;
  expect(ran).toEqual({ id, seed: 5, claim, falsehood: { says, outcome: falsehood } });
  expect(ran.claim.holds).toBe(true);
  expect(milliseconds).toBeGreaterThan(0);
});

test("run(check) leaves the false variant where nobody asks for it", async () => {
  const { falsehood } = await client.run("check", { id, seed: 5, numbers, doubted: false });
  expect(falsehood).toBeUndefined();
});

test("run(check) of a claim without a check, or without its numbers, is refused in one sentence", async () => {
  const seed = 1;
  await expect(client.run("check", { id: "no-claim", seed, numbers: {}, doubted: false })).rejects.toThrow(
    "no check of that name",
  );
  const other = "curve-one-is-the-easier-by-both-scores";
  await expect(client.run("check", { id: other, seed, numbers: {}, doubted: false })).rejects.toThrow(
    "not among those handed over",
  );
});

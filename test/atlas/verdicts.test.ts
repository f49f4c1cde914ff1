import { expect, test } from "vitest";
import { ContentError } from "../../src/atlas/problems.ts";
import { numbersOf, verdictsOf } from "../../src/atlas/verdicts.ts";
import { atlas } from "../../src/atlas/vite.ts";
import { verdictOf } from "../../src/checks/verdicts.ts";

const id = "tversky-at-one-half-is-dice";
const good = verdictOf(id, 1, numbersOf(atlas));
const messageOf = (verdict: typeof good) => {
  try {
    verdictsOf(atlas, 1, () => [verdict]);
  } catch (error) {
    if (error instanceof ContentError) return error.message;
    throw error;
  }
  return "";
};

test("a claim that holds passes, and its verdict is at hand by its id", () => {
  expect(verdictsOf(atlas, 1, () => [good]).get(id)).toBe(good);
});

test("a false claim stops the build at its file and line, with what was computed", () => {
  const claim = { ...good.claim, holds: false, worst: 0.25 };
  const message = messageOf({ ...good, holds: false, claim });
  expect(message).toMatch(
    /^content\/claims\/tversky-at-one-half-is-dice\.yaml:1: claim .* is false: Tversky at/,
  );
  expect(message).toContain("off by 0.25 where 1e-12 is allowed");
});

test("a check that passes on its falsehood stops the build at its own file", () => {
  const falsehood = { ...good.falsehood, holds: true };
  expect(messageOf({ ...good, holds: false, falsehood })).toMatch(
    /^src\/checks\/tversky-at-one-half-is-dice\.ts:1: the check of .* passes on its falsehood/,
  );
});

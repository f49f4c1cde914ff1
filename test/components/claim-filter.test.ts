import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf, everything, matches, shownIn } from "../../src/components/claim-filter.ts";

const claim = { kind: "derived", about: ["dice", "metrics"], runs: true };

test("matches(everything, claim) is true of every claim", () => {
  expect(matches(everything, claim)).toBe(true);
  expect(matches(everything, { kind: "reported", about: [], runs: false })).toBe(true);
});

test("matches(shown, claim) asks for kind, subject and check, all at once", () => {
  expect(matches({ kind: "derived", about: "metrics", check: "run" }, claim)).toBe(true);
  expect(matches({ kind: "measured", about: "metrics", check: "run" }, claim)).toBe(false);
  expect(matches({ kind: "derived", about: "focal", check: "run" }, claim)).toBe(false);
  expect(matches({ kind: "derived", about: "metrics", check: "not" }, claim)).toBe(false);
});

test("shownIn(addressOf(shown)) is shown again, and no hostile address throws", () => {
  const name = fc.constantFrom("", "derived", "dice", "run");
  fc.assert(
    fc.property(fc.record({ kind: name, about: name, check: name }), (shown) => {
      expect(shownIn(addressOf(shown))).toEqual(shown);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const value of Object.values(shownIn(`#claims.kind=${text}`))) expect(value).toMatch(/^[a-z-]*$/);
    }),
  );
  expect(shownIn("#__proto__=x&claims.kind=<b>")).toEqual(everything);
});

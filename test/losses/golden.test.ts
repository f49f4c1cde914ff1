import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  differenceFrom,
  evaluateCase,
  hashOf,
  parseGolden,
  readLibraries,
  spellingOf,
  tolerance,
} from "../../scripts/golden.ts";

/**
 * Golden values: what the public libraries themselves returned, recorded by `npm run fixtures -- --write`.
 * The engine, with the switches that stand beside each call, must give the same value and the same gradient.
 */

const root = join(import.meta.dirname, "../..");
const folder = join(root, "test/fixtures/golden");
const libraries = readLibraries(root);
const golden = readdirSync(folder)
  .sort()
  .map((file) => parseGolden(readFileSync(join(folder, file), "utf8")));
const run = [...libraries].filter(([, { status }]) => status === "run");

describe.each(golden)("the engine agrees with $header.library $header.version", ({ header, cases }) => {
  test.each(cases)(`${header.library}: $spelling on a $kind case, value and gradient`, (given) => {
    const found = evaluateCase(spellingOf(libraries, header.library, given.spelling), given);
    const { value, gradient } = differenceFrom(given, found);
    expect(value).toBeLessThanOrEqual(tolerance[given.precision]);
    expect(gradient).toBeLessThanOrEqual(tolerance[given.precision]);
  });
});

describe("the golden cases", () => {
  test("number at least 300 and cover every spelling of every library that was run", () => {
    expect(golden.reduce((sum, { cases }) => sum + cases.length, 0)).toBeGreaterThanOrEqual(300);
    const recorded = golden.flatMap(({ header, cases }) =>
      cases.map((c) => `${header.library}/${c.spelling}`),
    );
    const written = run.flatMap(([id, { spellings }]) => spellings.map((s) => `${id}/${s.id}`));
    expect([...new Set(recorded)].sort()).toEqual(written.sort());
  });

  test("were made with the versions and the calls that content/libraries states", () => {
    for (const { header, cases } of golden) {
      expect(header.version).toBe(libraries.get(header.library)!.version);
      for (const given of cases) {
        const { call } = spellingOf(libraries, header.library, given.spelling);
        expect(`${given.spelling} ${given.call}`).toBe(`${given.spelling} ${hashOf(call)}`);
      }
    }
  });

  test("hold absent classes, saturated logits, volumes, ignored pixels, one image and many, every task", () => {
    const kinds = new Set(golden.flatMap(({ cases }) => cases.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(["absent", "batch", "ignored", "plain", "saturated", "volume", "wide"]);
    const tasks = new Set(run.flatMap(([, { spellings }]) => spellings.map(({ task }) => task)));
    expect([...tasks].sort()).toEqual(["binary", "multi-class", "multi-label", "soft"]);
    const saturated = golden.flatMap(({ cases }) => cases.filter(({ kind }) => kind === "saturated"));
    for (const { logits, probabilities } of saturated) {
      expect(Math.max(...(logits ?? probabilities!).map(Math.abs))).toBeGreaterThan(logits ? 25 : 0.99);
    }
  });
});

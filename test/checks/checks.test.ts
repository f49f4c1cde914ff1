import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import type { Check } from "../../src/checks/check.ts";
import { random } from "../../src/numerics/random.ts";

const modules = import.meta.glob<Record<string, unknown>>("../../src/checks/*.ts", { eager: true });

const isCheck = (value: unknown): value is Check =>
  typeof value === "object" && value !== null && "falsehood" in value;
const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Every check, by the name of its file. */
const checks = Object.entries(modules).flatMap(([path, exports]) =>
  Object.entries(exports).flatMap(([name, check]) =>
    isCheck(check) ? [{ id: basename(path, ".ts"), name, check }] : [],
  ),
);

const numberOf = (path: string): number => {
  const value = atlas.numbers.get(path)?.value;
  if (value === undefined) throw new RangeError(`number ${path}: the content has none`);
  return value;
};

const seeds = [1, 2, 3, 2026, 0xffffffff];

test("a check is one export of its file, in the file's name, beside a claim of that name", () => {
  expect(checks.filter(({ id, name }) => name !== camel(id)).map(({ id }) => id)).toEqual([]);
  expect(checks.filter(({ id }) => !atlas.claims.has(id)).map(({ id }) => id)).toEqual([]);
});

describe.each(checks)("$id", ({ check }) => {
  test.each(seeds)("holds for the seed %d", (seed) => {
    const outcome = check.run(random(seed), numberOf);
    expect(outcome.holds, JSON.stringify(outcome)).toBe(true);
    expect(outcome.trials).toBeGreaterThan(0);
    expect(outcome.computed).not.toMatch(/NaN|Infinity|undefined/);
  });

  test.each(seeds)("fails on its falsehood for the seed %d", (seed) => {
    expect(check.falsehood).not.toBe("");
    expect(check.falsified(random(seed), numberOf).holds).toBe(false);
  });

  test("gives the same outcome for the same seed", () => {
    expect(check.run(random(7), numberOf)).toEqual(check.run(random(7), numberOf));
  });
});

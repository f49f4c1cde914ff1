import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { numbersOf } from "../../src/atlas/verdicts.ts";
import { atlas } from "../../src/atlas/vite.ts";
import type { Check } from "../../src/checks/check.ts";
import { checks } from "../../src/checks/registry.ts";
import { random } from "../../src/numerics/random.ts";

const modules = import.meta.glob<Record<string, unknown>>("../../src/checks/*.ts", { eager: true });

const isCheck = (value: unknown): value is Check =>
  typeof value === "object" && value !== null && "falsehood" in value;
const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const numberOf = numbersOf(atlas);
const seeds = [1, 2, 3, 2026, 0xffffffff];

test("the registry holds every check of the folder, under its file's name", () => {
  const found = Object.entries(modules).flatMap(([path, exports]) =>
    Object.entries(exports).flatMap(([name, check]) =>
      isCheck(check) ? [[basename(path, ".ts"), name, check] as const] : [],
    ),
  );
  expect(found.filter(([id, name]) => name !== camel(id))).toEqual([]);
  expect(found.map(([id]) => id)).toEqual(Object.keys(checks));
  for (const [id, , check] of found) expect(checks[id]).toBe(check);
});

test("every claim has a check or says why not", () => {
  const neither = [...atlas.claims.values()].filter(
    ({ checked, unchecked }) => checked === Boolean(unchecked),
  );
  expect(neither.map(({ id }) => id)).toEqual([]);
});

describe.each(Object.entries(checks))("%s", (_, check) => {
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

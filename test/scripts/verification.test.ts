import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLibraries } from "../../scripts/golden.ts";
import { staleOf } from "../../scripts/verification.ts";
import type { Verification } from "../../src/atlas/verification.ts";

const root = join(import.meta.dirname, "../..");
const libraries = readLibraries(root);
const comparison = readFileSync(join(root, "python/lossmap-compare.py"), "utf8");
const record: Verification = JSON.parse(readFileSync(join(root, "records/libraries.json"), "utf8"));

describe("the record of npm run verify:libraries", () => {
  test("is about the calls, surprises and versions that content/libraries states, and about lossmap-compare.py", () => {
    expect(staleOf(libraries, comparison, record)).toEqual([]);
  });

  test("is stale once a call, a surprise, a version or lossmap-compare.py changes by one character", () => {
    const [id, library] = [...libraries].find(
      ([, { surprises, status }]) => status === "run" && surprises.length,
    )!;
    const changed = (change: Partial<typeof library>) => new Map([[id, { ...library, ...change }]]);
    const [call, surprise] = [library.spellings[0]!, library.surprises[0]!];
    const edits = [
      changed({ version: `${library.version}0` }),
      changed({ spellings: [{ ...call, call: `${call.call} ` }] }),
      changed({ surprises: [{ ...surprise, code: `${surprise.code} ` }] }),
      changed({ surprises: [{ ...surprise, says: "{neverComputed}" }] }),
    ];
    for (const edited of edits) expect(staleOf(edited, comparison, record)).toHaveLength(1);
    expect(staleOf(new Map(), `${comparison} `, record)).toHaveLength(1);
  });

  test("shows every call within the tolerance of its precision", () => {
    for (const { calls } of Object.values(record.libraries)) {
      for (const [name, { value, gradient, tolerance, cases }] of Object.entries(calls)) {
        expect(Math.max(value, gradient), name).toBeLessThanOrEqual(tolerance);
        expect(cases, name).toBeGreaterThanOrEqual(4);
      }
    }
  });

  test("holds nothing that content/libraries does not state", () => {
    for (const [id, { calls, surprises }] of Object.entries(record.libraries)) {
      const library = libraries.get(id)!;
      expect(Object.keys(calls).sort()).toEqual(library.spellings.map((entry) => entry.id).sort());
      expect(Object.keys(surprises).sort()).toEqual(library.surprises.map((entry) => entry.id).sort());
    }
  });
});

describe("python/lossmap-compare.py", () => {
  test("trains with the very functions that content/libraries/pytorch.yaml shows and verifies", () => {
    const used = ["dice", "generalised-dice", "focal-softmax", "lovasz-softmax", "tversky", "focal-tversky"];
    for (const name of used) {
      const { call } = libraries.get("pytorch")!.spellings.find((entry) => entry.id === name)!;
      const definition = call.slice(call.indexOf("def "), call.lastIndexOf("loss = ")).trim();
      expect(definition).toMatch(/^def \w+_loss\(/);
      expect(comparison).toContain(definition);
    }
  });
});

import { describe, expect, it } from "vitest";
import { invariants } from "./invariants.ts";
import { mutants } from "./mutants.ts";

describe("the invariants", () => {
  it.each(mutants)("reject $id: $what", ({ engine }) => {
    const rejects = invariants.some(({ check }) => {
      try {
        check(engine);
        return false;
      } catch {
        return true;
      }
    });
    expect(rejects).toBe(true);
  });
});

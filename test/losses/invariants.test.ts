import { describe, it } from "vitest";
import { evaluate, evaluateWithGradient } from "../../src/losses/kernel.ts";
import { invariants } from "./invariants.ts";

describe("the losses", () => {
  it.each(invariants)("$title", ({ check }) => check({ evaluate, evaluateWithGradient }));
});

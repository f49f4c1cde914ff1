import { describe, expect, it } from "vitest";
import { random } from "../../src/numerics/random.ts";

describe("random", () => {
  it("random(seed) gives the same stream for the same seed and another for another", () => {
    const draw = (seed: number) => Array.from({ length: 8 }, random(seed).uint32);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("normal() has mean 0 and variance 1 to sampling error", () => {
    const source = random(1);
    const n = 40_000;
    const values = Array.from({ length: n }, source.normal);
    const mean = values.reduce((s, v) => s + v, 0) / n;
    const variance = values.reduce((s, v) => s + (v - mean) ** 2, 0) / n;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  });
});

import { describe, expect, it } from "vitest";
import { exp } from "../../src/numerics/exp.ts";
import { log, log1p } from "../../src/numerics/log.ts";
import { pow } from "../../src/numerics/pow.ts";
import { random } from "../../src/numerics/random.ts";

/** The largest relative difference of two functions over numbers of a seed. */
function largest(
  mine: (x: number) => number,
  theirs: (x: number) => number,
  draw: (u: number) => number,
): number {
  const { uniform } = random(7);
  let worst = 0;
  for (let i = 0; i < 100_000; i++) {
    const x = draw(uniform());
    worst = Math.max(worst, Math.abs(mine(x) - theirs(x)) / Math.abs(theirs(x)));
  }
  return worst;
}

describe("exp, log, log1p and pow", () => {
  it("agree with Math to two units in the last place", () => {
    const ulp = 2 ** -52;
    expect(largest(exp, Math.exp, (u) => 1400 * u - 700)).toBeLessThan(2 * ulp);
    expect(largest(exp, Math.exp, (u) => 2 * u - 1)).toBeLessThan(2 * ulp);
    expect(largest(log, Math.log, (u) => Math.exp(1400 * u - 700))).toBeLessThan(2 * ulp);
    expect(largest(log, Math.log, (u) => 0.5 + 1.5 * u)).toBeLessThan(2 * ulp);
    expect(largest(log1p, Math.log1p, (u) => 10 ** (20 * u - 18))).toBeLessThan(2 * ulp);
    expect(largest(log1p, Math.log1p, (u) => -(10 ** (-18 * u - 1e-9)))).toBeLessThan(2 * ulp);
    expect(
      largest(
        (x) => pow(x, 1.3),
        (x) => x ** 1.3,
        (u) => u + 1e-9,
      ),
    ).toBeLessThan(64 * ulp);
    for (const y of [0.5, 0.75, 1, 2])
      expect(
        largest(
          (x) => pow(x, y),
          (x) => x ** y,
          (u) => u,
        ),
      ).toBeLessThan(2 * ulp);
  });

  it("keep the ends: zero, infinity, denormals, NaN", () => {
    expect(exp(0)).toBe(1);
    expect(exp(-745)).toBe(Math.exp(-745));
    expect(exp(-746)).toBe(0);
    expect(exp(709.7)).toBeCloseTo(Math.exp(709.7), -294);
    expect(exp(710)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(log(5e-324)).toBe(Math.log(5e-324));
    expect(log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(log1p(1e-20)).toBe(1e-20);
    expect(log1p(-1)).toBe(Number.NEGATIVE_INFINITY);
    for (const f of [exp, log, log1p]) expect(f(Number.NaN)).toBeNaN();
    expect(log(-1)).toBeNaN();
    expect(pow(0, 0)).toBe(1);
    expect(pow(0, 0.5)).toBe(0);
    expect(pow(0, -1)).toBe(Number.POSITIVE_INFINITY);
  });

  it("undo each other", () => {
    expect(
      largest(
        (x) => log(exp(x)),
        (x) => x,
        (u) => 1 + 600 * u,
      ),
    ).toBeLessThan(1e-15);
    expect(
      largest(
        (x) => exp(log(x)),
        (x) => x,
        (u) => u + 1e-6,
      ),
    ).toBeLessThan(1e-14);
  });
});

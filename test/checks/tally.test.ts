import { expect, test } from "vitest";
import { short, tally } from "../../src/checks/tally.ts";

test("a tally without comparisons does not hold", () => {
  expect(tally(1).outcome("nothing").holds).toBe(false);
});

test("near() is absolute below one and relative above", () => {
  const t = tally(1e-3);
  t.near(1e-4, 2e-4);
  t.near(1e6, 1e6 + 100);
  expect(t.outcome("").holds).toBe(true);
  t.near(0, 0.01);
  expect(t.outcome("").worst).toBe(0.01);
  expect(t.outcome("").holds).toBe(false);
});

test("less() refuses equals and atMost() takes them", () => {
  const [strict, weak] = [tally(1), tally(0)];
  strict.less(2, 2);
  weak.atMost(2, 2);
  expect(strict.outcome("").holds).toBe(false);
  expect(weak.outcome("").holds).toBe(true);
});

test("NaN departs by infinity, on either side", () => {
  for (const compare of ["near", "atMost", "less"] as const) {
    const t = tally(1);
    t[compare](Number.NaN, 0);
    expect(t.outcome("").holds).toBe(false);
    expect(t.outcome("").worst).toBe(Number.POSITIVE_INFINITY);
  }
});

test("nearAll() throws where the lengths differ", () => {
  expect(() => tally(1).nearAll([1], [1, 2])).toThrow("1 numbers against 2; give as many");
});

test("short() prints three digits and a true minus", () => {
  expect(short(-0.123456)).toBe("−0.123");
});

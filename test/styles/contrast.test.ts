import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** The contrast of the tokens, computed by WCAG's formula from src/styles/tokens.css itself. */

const css = readFileSync(join(import.meta.dirname, "../../src/styles/tokens.css"), "utf8");
const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{3,6}),\s*(#[0-9a-f]{3,6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);

function channels(hex: string): readonly number[] {
  const digits =
    hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g)!;
  return digits.map((pair) => Number.parseInt(pair, 16) / 255);
}

/** Relative luminance of an sRGB colour, from 0 for black to 1 for white. */
function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const colour = (name: string, theme: Theme) => {
  const token = tokens.get(name);
  if (!token) throw new Error(`src/styles/tokens.css: no token --${name} with a light and a dark colour`);
  return token[theme];
};

const text = ["ink", "muted", "link", "per-pixel", "overlap", "metric", "tunable", "warning"];
const drawn = ["edge", "focus", "background", "curve-1", "curve-2", "simulated-edge"];
const grounds = ["ground", "raised", "simulated"];

const pairs = themes.flatMap((theme) => [
  ...text.flatMap((name) => grounds.map((ground) => ({ theme, name, ground, least: 4.5 }))),
  ...drawn.flatMap((name) => grounds.map((ground) => ({ theme, name, ground, least: 3 }))),
  { theme, name: "ink", ground: "mark", least: 4.5 },
  // The name within the bar of the background.
  { theme, name: "on-background", ground: "background", least: 4.5 },
]);

describe("the tokens hold their contrast", () => {
  test("the formula gives 21 for black on white and 1 for a colour on itself", () => {
    expect(contrast("#000", "#fff")).toBeCloseTo(21, 10);
    expect(contrast("#777777", "#777777")).toBe(1);
  });

  test.each(pairs)(
    "$name on $ground in the $theme theme is at least $least to 1",
    ({ theme, name, ground, least }) => {
      expect(contrast(colour(name, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least);
    },
  );
});

import { expect, test } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { moverOf } from "../../src/components/movers.ts";
import { losses } from "../../src/losses/registry.ts";
import { equationsOf, symbolOf } from "../../src/widgets/moves.ts";

test("every parameter in an equation has a control that moves it, on a page of the site", () => {
  const parameters = Object.values(losses).flatMap(({ id, symbols }) =>
    symbols.filter(({ parameter }) => parameter).map((symbol) => [id, symbol.id] as const),
  );
  expect(parameters.length).toBeGreaterThan(5);
  for (const [loss, symbol] of parameters)
    expect(moverOf(atlas, loss, symbol)?.path, `${loss}.${symbol}`).toMatch(/^\/.*#[a-z-]+$/);
});

test("a weight is moved by what it weighs, although two papers swap its letter", () => {
  const miss = moverOf(atlas, "tversky", "falseNegative");
  expect(miss?.label).toMatch(/missed/);
  expect(moverOf(atlas, "focal-tversky", "falseNegative")).toEqual(miss);
});

test("equationsOf() names each loss once, with the anchor of its first moved symbol", () => {
  expect(equationsOf(["dice.tp", "dice.fp", "tversky.tp"])).toEqual([
    { title: "Dice", path: "/families/dice/#symbol-dice-tp" },
    { title: "Tversky", path: "/families/tversky/#symbol-tversky-tp" },
  ]);
});

test("a control that names no symbol is an error", () => {
  expect(() => symbolOf("tversky.gamma")).toThrow("tversky.gamma: no symbol of that loss");
  expect(() => symbolOf("tverski.tp")).toThrow(RangeError);
});

import { lossOf } from "../losses/registry.ts";
import type { Controls } from "./controls.ts";

/** What ties a control to the symbols that it moves: the anchors at both ends, from the controls' own `moves`. */

/** The anchor of a symbol's words on its loss's page. */
export const symbolAnchor = (loss: string, symbol: string) => `symbol-${loss}-${symbol}`;

/** Where the symbols of a loss begin to be said in words. */
export const wordsOf = (loss: string) =>
  `/families/${loss}/#${symbolAnchor(loss, lossOf(loss).symbols[0]!.id)}`;

/** Every symbol of a loss that stands in some equation: those of the site's form first. */
export const allSymbols = (loss: string) => [...lossOf(loss).symbols, ...lossOf(loss).further];

/** The words of the symbols of the site's form, for equations that stand without their list. */
export const meaningsOf = (loss: string) =>
  JSON.stringify(Object.fromEntries(lossOf(loss).symbols.map(({ id, meaning }) => [id, meaning])));

/** The anchor of a control of a figure: the id of its field. */
export const controlAnchor = (figure: string, control: string) => `${figure}-${control}`;

/** A symbol that a control names, checked: a misspelt one would be a link to nowhere. */
export function symbolOf(move: string): { readonly loss: string; readonly symbol: string } {
  const [loss = "", symbol = ""] = move.split(".");
  if (!lossOf(loss).symbols.some(({ id }) => id === symbol))
    throw new RangeError(`${move}: no symbol of that loss; they are in src/losses/${loss}.ts`);
  return { loss, symbol };
}

/** For each loss that the control moves, its name and where its first moved symbol is said in words. */
export function equationsOf(moves: readonly string[] = []) {
  const first = new Map<string, string>();
  for (const move of moves) {
    const { loss, symbol } = symbolOf(move);
    if (!first.has(loss)) first.set(loss, symbol);
  }
  return [...first].map(([loss, symbol]) => ({
    title: lossOf(loss).title.replace(/ loss$/, ""),
    path: `/families/${loss}/#${symbolAnchor(loss, symbol)}`,
  }));
}

/** The controls of a figure that move a symbol, with their ids. */
export const movers = (controls: Controls, move: string) =>
  Object.entries(controls).filter(([, control]) => control.moves?.includes(move));

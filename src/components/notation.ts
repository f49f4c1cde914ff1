import type { Atlas } from "../atlas/atlas.ts";
import { marksOf } from "../atlas/formulas.ts";
import { lossOf } from "../losses/registry.ts";
import { marked } from "./tex.ts";

const greek: Readonly<Record<string, string>> = { alpha: "α", beta: "β", gamma: "γ" };

/** The letter of a parameter as text: `\alpha_{y_i}` is α. */
export function letterOf(tex: string): string {
  const [, name = ""] = /\\([a-z]+)/.exec(tex) ?? [];
  const letter = greek[name];
  if (letter === undefined) throw new RangeError(`${tex}: no letter that the site can print as text`);
  return letter;
}

/** How the loss's own paper writes a symbol, from its equations on record; nothing where none of them has it. */
export function writtenBy(atlas: Atlas, loss: string, symbol: string): string | undefined {
  const equations = atlas.papers.get(lossOf(loss).source.key)?.content?.equations ?? [];
  const found = equations.find((one) => one.loss === loss && marksOf(one.tex).includes(symbol));
  return found && marked(found.tex, symbol);
}

export interface Notation {
  /** The symbols of the equation that are parameters, with the letter of the paper. */
  readonly symbols: readonly {
    readonly id: string;
    readonly tex: string;
    readonly letter: string;
    readonly meaning: string;
  }[];
  readonly libraries: readonly Spelled[];
}

export interface Spelled {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** For each symbol the library's arguments that are it: none where it cannot be set, several where calls differ. */
  readonly letters: readonly (readonly string[])[];
  /** Some argument has the paper's letter of another symbol. */
  readonly swapped: boolean;
}

/** What each library calls the parameters of a loss, computed from the letters of its spellings. */
export function notationOf(atlas: Atlas, loss: string): Notation {
  const symbols = lossOf(loss).symbols.flatMap(({ id, tex, meaning, parameter }) =>
    parameter === undefined ? [] : [{ id, tex, letter: letterOf(tex), meaning, parameter }],
  );
  const libraries = [...atlas.libraries.values()].map(({ id, name, version, spellings }): Spelled => {
    const given = spellings
      .filter((spelling) => spelling.loss === loss)
      .flatMap((spelling) => Object.entries(spelling.letters));
    const letters = symbols.map(({ parameter }) => [
      ...new Set(given.filter(([, weighs]) => weighs === parameter).map(([letter]) => letter)),
    ]);
    const swapped = letters.some((own, k) =>
      own.some((letter) => symbols.some((symbol, j) => j !== k && symbol.letter === greek[letter])),
    );
    return { id, name, version, letters, swapped };
  });
  return { symbols, libraries: libraries.filter(({ letters }) => letters.some((own) => own.length > 0)) };
}

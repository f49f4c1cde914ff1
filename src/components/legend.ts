import { marksOf } from "../atlas/formulas.ts";
import type { PaperFile } from "../atlas/schemas.ts";
import { allSymbols } from "../widgets/moves.ts";
import { marked } from "./tex.ts";

export interface Explained {
  readonly id: string;
  /** The symbol as the paper first writes it. */
  readonly tex: string;
  readonly meaning: string;
  /** The loss whose symbol it is; none for a symbol of the paper's own. */
  readonly loss: string | undefined;
}

/** Every symbol that the equations of a paper mark, once, in the order in which a reader meets them. */
export function legendOf({ equations, symbols }: PaperFile): Explained[] {
  const legend = new Map<string, Explained>();
  for (const { tex, loss } of equations) {
    for (const id of marksOf(tex)) {
      if (legend.has(id)) continue;
      const own = symbols[id];
      const theirs = loss === undefined ? undefined : allSymbols(loss).find((symbol) => symbol.id === id);
      const meaning = own ?? theirs?.meaning;
      if (meaning === undefined) throw new RangeError(`${id}: no words for this symbol`);
      legend.set(id, { id, tex: marked(tex, id), meaning, loss: own === undefined ? loss : undefined });
    }
  }
  return [...legend.values()];
}

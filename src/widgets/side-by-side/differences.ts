import type { Compared, Mark } from "./spec.ts";

export interface Difference {
  readonly id: string;
  readonly title: string;
  /** Symbols that none of the others has. */
  readonly own: readonly Mark[];
  /** Symbols that another writes with another letter; each pair is told once, by the loss that stands first. */
  readonly letters: readonly { readonly name: string; readonly here: string; readonly there: string }[];
}

/** Where the equations of several losses part, symbol by symbol: what a symbol is, not the letter, decides. */
export function differences(losses: readonly Compared[]): readonly Difference[] {
  return losses.map(({ id, title, scores, marks }, place) => {
    const alike = losses.filter((other) => other.id !== id && other.scores === scores);
    const own = marks.filter((mark) => !alike.some((other) => other.marks.some((one) => one.id === mark.id)));
    const later = losses.slice(place + 1).filter((other) => other.scores === scores);
    const letters = marks.flatMap((mark) =>
      later.flatMap((other) => {
        const there = other.marks.find((one) => one.id === mark.id)?.letter;
        if (mark.letter === undefined || there === undefined || there === mark.letter) return [];
        return [{ name: mark.name, here: mark.letter, there: `${there} in ${other.title}` }];
      }),
    );
    return { id, title, own, letters };
  });
}

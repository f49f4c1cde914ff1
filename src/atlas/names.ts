import { type Place, type Problems, suggestion } from "./problems.ts";

/** Names one thing by another's id: what is asked, where, and among which ids it must be. */
export class Names {
  readonly #problems: Problems;
  constructor(problems: Problems) {
    this.#problems = problems;
  }

  expect(kind: string, id: string, known: Iterable<string> | undefined, place: Place, home: string): void {
    if (known === undefined) return;
    const all = [...known];
    if (all.includes(id)) return;
    this.#problems.add(place, `unknown ${kind} ${id}`, `not in ${home}${suggestion(id, all)}`);
  }
}

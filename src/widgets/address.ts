import {
  type Controls,
  initialState,
  parsed,
  printed,
  type State,
  type StateOf,
  type Value,
} from "./controls.ts";

/**
 * A figure's state in the address: `#arena.v=1&arena.share=99`. The figure's name stands before each key, so that
 * several figures share one address. Only what differs from the initial state is written.
 */

/** No honest address is longer; a longer one is not read at all. */
const longest = 4000;

const pairs = (hash: string) =>
  hash.length > longest ? [] : [...new URLSearchParams(hash.replace(/^#/, ""))];

/** Whether the address says something about this figure. */
export const speaksOf = (hash: string, figure: string) => pairs(hash).some(([key]) => key === `${figure}.v`);

/** The figure that an address names first: a link to its state leads to it, as an anchor would. */
export const firstOf = (hash: string): string | undefined =>
  pairs(hash)
    .map(([key]) => key)
    .find((key) => key.endsWith(".v"))
    ?.slice(0, -".v".length);

/** The state that an address describes: unknown keys and other versions are ignored, values are clamped. */
export function stateFrom<C extends Controls>(
  hash: string,
  figure: string,
  version: number,
  controls: C,
): StateOf<C> {
  const state: Record<string, Value> = { ...(initialState(controls) as State) };
  const found = new Map(pairs(hash));
  if (found.get(`${figure}.v`) === String(version)) {
    for (const [id, control] of Object.entries(controls)) {
      const value = parsed(control, found.get(`${figure}.${id}`) ?? "");
      if (value !== undefined) state[id] = value;
    }
  }
  return state as StateOf<C>;
}

/** The address with this figure's part replaced; what it says about other figures stays. */
export function hashWith<C extends Controls>(
  hash: string,
  figure: string,
  version: number,
  controls: C,
  state: StateOf<C>,
): string {
  const others = pairs(hash).filter(([key]) => key.includes(".") && !key.startsWith(`${figure}.`));
  const own = Object.entries(controls).flatMap(([id, control]) => {
    const value = (state as State)[id]!;
    return value === control.initial ? [] : [[`${figure}.${id}`, printed(control, value)]];
  });
  const all = own.length > 0 ? [...others, [`${figure}.v`, String(version)], ...own] : others;
  return all.length > 0 ? `#${new URLSearchParams(all as string[][])}` : "";
}

import type { Read } from "./yaml.ts";

/** The calls that prose can show, as `library.spelling`. What else a library's file holds is not the atlas's concern. */
export function callsOf(libraries: ReadonlyMap<string, Read<Record<string, unknown>>>): string[] {
  return [...libraries].flatMap(([name, { value }]) => {
    const spellings = Array.isArray(value["spellings"]) ? (value["spellings"] as { id?: unknown }[]) : [];
    return spellings.map(({ id }) => `${name}.${String(id)}`);
  });
}

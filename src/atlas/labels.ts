import type { Name, Reference } from "./bibliography.ts";

/** "de Bruijne": the family name as it stands in a sentence. */
export const fullFamily = ({ particle, family }: Name) =>
  particle === "" ? family : `${particle} ${family}`;

/** "Jadon", "Abraham and Khan", "Lin et al." */
export function authorsShort({ authors }: Pick<Reference, "authors">): string {
  const [first, second, third] = authors.map(fullFamily);
  if (second === undefined) return first ?? "";
  return third === undefined ? `${first} and ${second}` : `${first} et al.`;
}

/** Author-year labels by key; works that would share one are told apart by a letter in their order. */
export function labelsOf(references: Iterable<Reference>): Map<string, string> {
  const sharing = new Map<string, Reference[]>();
  for (const reference of references) {
    const label = `${authorsShort(reference)}, ${reference.year ?? "n.d."}`;
    sharing.set(label, [...(sharing.get(label) ?? []), reference]);
  }
  return new Map(
    [...sharing].flatMap(([label, sharers]) =>
      sharers.map(({ key }, i): [string, string] => {
        const letter = String.fromCharCode(97 + i);
        if (sharers.length === 1) return [key, label];
        return [key, label.endsWith("n.d.") ? `${label}-${letter}` : `${label}${letter}`];
      }),
    ),
  );
}

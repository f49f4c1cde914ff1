/** An entry read in the simplest way that fits references.bib, independent of the scanner and of citation-js. */
export interface PlainEntry {
  readonly key: string;
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly authors: readonly { readonly particle: string; readonly family: string; readonly given: string }[];
}

const accents: Readonly<Record<string, string>> = {
  "{\\'a}": "á",
  "{\\'e}": "é",
  '{\\"a}': "ä",
  '{\\"e}': "ë",
  '{\\"o}': "ö",
  '{\\"u}': "ü",
  "{$\\Phi$}": "Φ",
  "{$\\epsilon$}": "ϵ",
};

function plain(text: string): string {
  let result = text;
  for (const [tex, letter] of Object.entries(accents)) result = result.replaceAll(tex, letter);
  return result.replace(/[{}]/g, "").replace(/(?<!-)--(?!-)/g, "–");
}

/** One field a line, as references.bib is written. */
export function plainBibtex(text: string): PlainEntry[] {
  return text
    .split(/^@/m)
    .slice(1)
    .map((entry) => {
      const [, type = "", key = ""] = /^(\w+)\{(\w+),/.exec(entry) ?? [];
      const raw: Record<string, string> = Object.fromEntries(
        [...entry.matchAll(/^ {2}(\w+)\s*= \{(.*)\},?$/gm)].map(([, name = "", value = ""]) => [name, value]),
      );
      const fields = Object.fromEntries(
        Object.entries(raw).map(([name, value]) => [
          name,
          name === "pages" || name === "url" ? value : plain(value),
        ]),
      );
      const authors = (raw["author"] ?? "").split(" and ").map((name) => {
        const [family = "", given = ""] = name.split(", ");
        const [, particle = "", rest = ""] = /^((?:[a-z]+ )*)(.*)$/.exec(family) ?? [];
        return { particle: particle.trim(), family: plain(rest), given: plain(given) };
      });
      return { key, type, fields, authors };
    });
}

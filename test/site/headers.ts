/** A `_headers` file as Netlify and Cloudflare read it: a path pattern, then indented `Name: value` lines. */
export interface HeaderRule {
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [string, string])[];
}

export function parseHeaders(text: string): HeaderRule[] {
  const blocks = text.split(/\n(?=\S)/).filter((block) => block.trim() !== "" && !block.startsWith("#"));
  return blocks.map((block) => {
    const [path, ...lines] = block.split("\n").filter((line) => line.trim() !== "");
    const source = path!
      .trim()
      .replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*");
    return {
      pattern: new RegExp(`^${source}$`),
      headers: lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
    };
  });
}

/** All rules that match apply in their order; a name set twice is joined by a comma, as both hosts do. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const result = new Map<string, string>();
  for (const rule of rules.filter(({ pattern }) => pattern.test(path))) {
    for (const [name, value] of rule.headers) {
      const before = result.get(name);
      result.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return result;
}

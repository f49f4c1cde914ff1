/**
 * `npm run --silent headers -- nginx|caddy`: the headers of the built site (dist/_headers, which Netlify and Cloudflare
 * read themselves) in the words of another server; see deploy/.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

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

/** The three sorts of path that differ in their headers, each by one example. */
const sorts = { embed: "/embed/any/", assets: "/_astro/any.js", rest: "/" };

const title = (name: string) => name.replace(/(^|-)([a-z])/g, (letter) => letter.toUpperCase());
const lines = (rules: readonly HeaderRule[], path: string, line: (name: string, value: string) => string) =>
  [...headersFor(rules, path)].map(([name, value]) => line(title(name), value)).join("\n");

/** For `include` within a server block; a location that adds a header of its own must repeat all of them. */
export function forNginx(rules: readonly HeaderRule[]): string {
  const add = (name: string, value: string) => `add_header ${name} "${value}" always;`;
  const location = (prefix: string, path: string) => `location ${prefix} {\n${lines(rules, path, add)}\n}`;
  const special = [location("/embed/", sorts.embed), location("/_astro/", sorts.assets)];
  return `${[lines(rules, sorts.rest, add), ...special].join("\n")}\n`;
}

/** For `import` within a site block. */
export function forCaddy(rules: readonly HeaderRule[]): string {
  const set = (name: string, value: string) => `\t${name} "${value}"`;
  const block = (matcher: string, path: string) => `header ${matcher} {\n${lines(rules, path, set)}\n}`;
  return `@embed path /embed/*
@assets path /_astro/*
@rest not path /embed/* /_astro/*
${block("@embed", sorts.embed)}
${block("@assets", sorts.assets)}
${block("@rest", sorts.rest)}
`;
}

if (process.argv[1] === import.meta.filename) {
  const write = { nginx: forNginx, caddy: forCaddy }[process.argv[2] ?? ""];
  if (write)
    process.stdout.write(
      write(parseHeaders(readFileSync(join(import.meta.dirname, "../dist/_headers"), "utf8"))),
    );
  else console.error("npm run --silent headers -- nginx|caddy");
  process.exitCode = write ? 0 : 2;
}

import { checkFormula, symbolsOf, withoutMarks } from "./formulas.ts";
import { type Maths, mask } from "./mask.ts";
import { lineIndex, type Place, type Problems, suggestion } from "./problems.ts";
import { texProblem } from "./tex.ts";

/** One component or link in an author's text, in document order. */
export interface Occurrence extends Place {
  readonly component: Component | "link";
  /** Ids or keys as written, several for a citation of several works; the address for a link. */
  readonly of: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Address of the page and id and title of the nearest heading above; the page's own section has an empty id. */
  readonly page: string;
  readonly heading: Heading;
}

export interface Heading {
  readonly id: string;
  readonly title: string;
}

const attributesOf = {
  Cite: ["of", "at"],
  Num: ["of", "as"],
  Claim: ["of"],
  Equation: ["of", "form"],
  Symbols: ["of"],
  Source: ["of"],
  Parameters: ["of"],
  Figure: ["of"],
  Call: ["of"],
  Note: [],
  Term: ["of"],
} as const satisfies Record<string, readonly string[]>;
export type Component = keyof typeof attributesOf;
const components = new Set<string>(Object.keys(attributesOf));

/** Components that wrap text; the others close themselves. */
const wrappers = new Set<string>(["Claim", "Note", "Term"]);

export interface Scanned {
  readonly occurrences: readonly Occurrence[];
  readonly headings: readonly Heading[];
}

const heading = /^(#{1,6})[ \t]+(.+?)[ \t]*#*$/;
// Bounded, so that no text makes them search it over and over; what is longer is reported as not understood.
const tag = /<(\/?)([A-Za-z][\w.-]{0,60})((?:[^<>"]|"[^"]{0,300}"){0,300})>/g;
const link = /(?<!!)\[[^\]\n]{0,300}\]\(\s{0,9}<?([^)\s>]{1,500})>?(?:\s{1,9}"[^"]{0,300}")?\s{0,9}\)/g;

/**
 * Finds what an author's MDX refers to, with line and column. Authors write prose with the site's own components;
 * imports, expressions and raw HTML are reported, because they could run code or carry markup past every check.
 */
export function scanMdx(
  file: string,
  body: string,
  bodyLine: number,
  page: string,
  problems: Problems,
): Scanned {
  const { text, maths } = mask(body);
  const at = lineIndex(text);
  const place = (offset: number): Place => {
    const { line, column } = at(offset);
    return { file, line: line + bodyLine - 1, column };
  };
  const headings = collectHeadings(body, text);
  const under = (offset: number): Heading =>
    headings.findLast((h) => h.offset <= offset)?.heading ?? { id: "", title: "" };

  reportForbidden(text, place, problems);
  reportMaths(maths, place, problems);
  const found: (Occurrence & { offset: number })[] = [];
  const open: { name: string; offset: number }[] = [];
  for (const match of text.matchAll(tag)) {
    const [, slash, name = "", rest = ""] = match;
    if (!components.has(name)) {
      if (/^[A-Z]/.test(name)) {
        const near = suggestion(name, components);
        problems.add(
          place(match.index),
          `unknown component <${name}>${near}`,
          `use ${[...components].join(", ")}`,
        );
      } else if (slash === "") {
        problems.add(
          place(match.index),
          `raw HTML <${name}>`,
          "use Markdown or one of the site's components",
        );
      }
      continue;
    }
    if (slash === "/") {
      if (open.pop()?.name !== name) problems.add(place(match.index), `stray </${name}>`, "remove it");
      continue;
    }
    const closed = rest.trimEnd().endsWith("/");
    if (!closed && wrappers.has(name)) open.push({ name, offset: match.index });
    if (closed === wrappers.has(name)) {
      const form = wrappers.has(name) ? `<${name} …>text</${name}>` : `<${name} … />`;
      problems.add(place(match.index), `<${name}> is not written as it should be`, `write ${form}`);
      if (!closed) continue;
    }
    const attributes = readAttributes(name as Component, rest, place(match.index), problems);
    if (!attributes || name === "Note") continue;
    found.push({
      ...place(match.index),
      component: name as Component,
      of: (attributes["of"] ?? "").split(/\s+/),
      attributes,
      page,
      heading: under(match.index),
      offset: match.index,
    });
  }
  for (const { name, offset } of open)
    problems.add(place(offset), `<${name}> is not closed`, `add </${name}>`);
  for (const match of text.matchAll(link)) {
    found.push({
      ...place(match.index),
      component: "link",
      of: [match[1] ?? ""],
      attributes: {},
      page,
      heading: under(match.index),
      offset: match.index,
    });
  }
  found.sort((a, b) => a.offset - b.offset);
  return {
    occurrences: found.map(({ offset: _, ...occurrence }) => occurrence),
    headings: headings.map((h) => h.heading),
  };
}

function readAttributes(
  name: Component,
  text: string,
  place: Place,
  problems: Problems,
): Record<string, string> | undefined {
  const allowed: readonly string[] = attributesOf[name];
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  const rest = text.replace(/([\w-]+)\s*=\s*"([^"]*)"/g, (_, key: string, value: string) => {
    if (allowed.includes(key)) attributes[key] = value.trim();
    else {
      const near = suggestion(key, allowed);
      problems.add(place, `<${name}> has no ${key}${near}`, `it takes ${allowed.join(" and ") || "none"}`);
    }
    return "";
  });
  if (rest.replace("/", "").trim() !== "") {
    problems.add(place, `<${name}> has ${rest.trim().slice(0, 30)}`, 'write attributes as name="value"');
    return undefined;
  }
  if (allowed.includes("of") && !attributes["of"]) {
    problems.add(place, `<${name}> without of`, `say what it shows: <${name} of="…"`);
    return undefined;
  }
  return attributes;
}

/** Symbols of a display equation answer: it stands on its loss's page, and marks what the loss says in words. */
function reportMaths(maths: readonly Maths[], place: (offset: number) => Place, problems: Problems): void {
  for (const { tex, offset, display } of maths) {
    const at = place(offset);
    const problem = texProblem(display ? withoutMarks(tex) : tex, display);
    const remedy = "mend it; a longer equation belongs to its loss";
    if (problem) problems.add(at, `bad TeX "${tex.slice(0, 40)}": ${problem}`, remedy);
    else if (display) {
      const loss = familyOf(at.file);
      if (loss) checkFormula(tex, symbolsOf(loss), `src/losses/${loss}.ts`, at, problems);
      else problems.add(at, "a display equation whose symbols have no words here", 'use <Equation of="…"/>');
    }
  }
}

/** The loss whose page a file is, by its path. */
export const familyOf = (file: string) => /(?:^|\/)content\/families\/([\w-]+)\.mdx$/.exec(file)?.[1];

function reportForbidden(text: string, place: (offset: number) => Place, problems: Problems): void {
  for (const match of text.matchAll(/^(import|export)\s.*$/gm)) {
    if (/\bfrom\b|['"{=(]/.test(match[0])) {
      problems.add(
        place(match.index),
        `${match[1]} in a text`,
        "remove it; the components are there already",
      );
    }
  }
  const rest = text.replace(tag, (found) => " ".repeat(found.length));
  for (const match of rest.matchAll(/<(?=[A-Za-z/])/g)) {
    problems.add(
      place(match.index),
      "a tag that does not end",
      'write <Name of="…"/>, or &lt; for less-than',
    );
  }
  for (const match of text.matchAll(/!\[[^\]\n]{0,300}\]\(/g)) {
    problems.add(place(match.index), "a picture in a text", 'draw it as a figure: <Figure of="…"/>');
  }
  // Quoted attribute values may hold braces; an expression is a brace anywhere else.
  const outside = text.replace(/"[^"\n]*"/g, (quoted) => quoted.replace(/[{}]/g, " "));
  for (const match of outside.matchAll(/\{[^}\n]*\}?/g)) {
    problems.add(
      place(match.index),
      `expression ${match[0].slice(0, 30)}`,
      "remove it, or write \\{ for a brace",
    );
  }
}

function collectHeadings(body: string, blanked: string): { offset: number; heading: Heading }[] {
  const found: { offset: number; heading: Heading }[] = [];
  const used = new Map<string, number>();
  let offset = 0;
  const lines = blanked.split("\n");
  for (const [i, original] of body.split("\n").entries()) {
    // The blanked line decides whether this is a heading at all; the original one has its title.
    if (original.length < 300 && heading.test(lines[i] ?? "")) {
      const title = (heading.exec(original)?.[2] ?? "").replace(/<[^>]*>|[`*_$]/g, "").trim();
      found.push({ offset, heading: { id: unique(slug(title), used), title } });
    }
    offset += original.length + 1;
  }
  return found;
}

/** The anchor that the site gives a heading: as GitHub does it. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replace(/ /g, "-");
}

function unique(name: string, used: Map<string, number>): string {
  const n = used.get(name);
  used.set(name, (n ?? 0) + 1);
  return n === undefined ? name : `${name}-${n}`;
}

import katex from "katex";
import { losses, lossOf } from "../losses/registry.ts";
import { type Place, type Problems, suggestion } from "./problems.ts";

/**
 * What keeps the symbols of a display equation from answering: a mark `\sym{id}{tex}` that nothing says in words, and
 * a letter that stands in no mark.
 */

/** The ids that an equation marks, in the order in which they first stand there. */
export const marksOf = (tex: string): string[] => [
  ...new Set([...tex.matchAll(/\\sym\{([\w-]+)\}/g)].map(([, id = ""]) => id)),
];

/** The TeX without its marks, as KaTeX alone understands it. */
export const withoutMarks = (tex: string) => tex.replace(/\\sym\{[\w-]+\}/g, "");

/** The ids of all symbols that a loss says in words; none for a loss that there is not. */
export function symbolsOf(loss: string | undefined): string[] {
  if (loss === undefined || !Object.hasOwn(losses, loss)) return [];
  const { symbols, further } = lossOf(loss);
  return [...symbols, ...further].map(({ id }) => id);
}

/** Reports a display equation whose TeX is sound: marks that are not known, letters that are not marked. */
export function checkFormula(
  tex: string,
  known: readonly string[],
  home: string,
  place: Place,
  problems: Problems,
) {
  for (const id of marksOf(tex)) {
    if (!known.includes(id))
      problems.add(place, `unknown symbol ${id}`, `not in ${home}${suggestion(id, known)}`);
  }
  const letters = unmarkedLetters(tex);
  if (letters.length === 0) return;
  const what = `${letters.join(", ")} in an equation ${letters.length === 1 ? "is" : "are"} not marked`;
  problems.add(place, what, `write \\sym{id}{${letters[0]}}, and say in ${home} what it means`);
}

/** Elements whose second child stands below: an index, or where a sum begins, which names no symbol of its own. */
const lowered = new Set(["msub", "msubsup", "munder", "munderover"]);

/**
 * The letters of an equation that stand in no mark, each once. Indices are not asked for, nor names of functions, which
 * have more than one letter, nor Euler's e and the sets of numbers, which mean the same everywhere.
 */
export function unmarkedLetters(tex: string): string[] {
  const html = katex.renderToString(tex, {
    displayMode: true,
    output: "mathml",
    trust: ({ command }) => command === "\\href",
    macros: { "\\sym": "\\href{symbol:#1}{#2}" },
  });
  const found = new Set<string>();
  const open: { name: string; children: number; excused: boolean }[] = [];
  const math = html.slice(html.indexOf("<semantics>"), html.indexOf("<annotation"));
  for (const [, slash, name = "", attributes = "", text = ""] of math.matchAll(
    /<(\/?)([a-z]+)([^>]*)>([^<]*)/g,
  )) {
    if (slash === "/") {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    const excused =
      parent?.excused === true ||
      (parent !== undefined && lowered.has(parent.name) && parent.children === 1) ||
      attributes.includes('href="symbol:') ||
      attributes.includes("double-struck");
    if (parent) parent.children++;
    if (!attributes.endsWith("/")) open.push({ name, children: 0, excused });
    if (name === "mi" && !excused && /^\p{L}$/u.test(text) && text !== "e") found.add(text);
  }
  return [...found];
}

import { expect, test } from "vitest";
import { marksOf, unmarkedLetters } from "../../src/atlas/formulas.ts";
import { family, messages } from "./sample.ts";

/** Display equations whose symbols could not answer: the build stops at their file and line. */

const marked = (field: string) => `role: neighbour
contribution: A loss.
equations:
  - { id: main, title: T, tex: '\\sym{tp}{x}', where: eq. 1, ${field === "seen: paper" ? field : `seen: paper, ${field}`} }
`;

const wrong: readonly [string, Record<string, string>, string][] = [
  [
    "an equation that marks symbols of an unknown loss",
    { "content/papers/doe2020loss.yaml": marked("loss: dise") },
    "content/papers/doe2020loss.yaml:4: unknown loss dise; not in src/losses (did you mean dice?)",
  ],
  [
    "an equation that marks a symbol and names neither a loss nor what it means",
    { "content/papers/doe2020loss.yaml": marked("seen: paper") },
    "content/papers/doe2020loss.yaml:4: unknown symbol tp; not in its symbols",
  ],
  [
    "a symbol of a paper that stands in none of its equations",
    { "content/papers/doe2020loss.yaml": `${marked("loss: dice")}symbols: { hits: what is right }\n` },
    "content/papers/doe2020loss.yaml:5: symbol hits stands in no equation; mark it there or remove it",
  ],
  [
    "a symbol of a paper that its loss has already",
    { "content/papers/doe2020loss.yaml": `${marked("loss: dice")}symbols: { tp: what is right }\n` },
    "content/papers/doe2020loss.yaml:5: symbol tp is one of the loss already; remove it or rename it",
  ],
  [
    "a letter of an equation that is not marked",
    { "content/papers/doe2020loss.yaml": marked("loss: dice").replace("{x}", "{x}+y_i\\log x") },
    "content/papers/doe2020loss.yaml:4: y, x in an equation are not marked; write \\sym{id}{y}",
  ],
  [
    "a display equation on no loss's page",
    { "content/review/01-one.mdx": "---\ntitle: One\n---\n\n$$\n\\sym{tp}{x}\n$$\n" },
    "content/review/01-one.mdx:5:1: a display equation whose symbols have no words here; use <Equation",
  ],
  [
    "a display equation that marks what its loss has not",
    { "content/families/dice.mdx": `${family}\n$$\n\\sym{weight}{w}\n$$\n` },
    "content/families/dice.mdx:14:1: unknown symbol weight; not in src/losses/dice.ts",
  ],
  [
    "an equation that marks a symbol which its loss has not",
    { "content/papers/doe2020loss.yaml": marked("loss: focal") },
    "content/papers/doe2020loss.yaml:4: unknown symbol tp; not in its symbols or src/losses/focal.ts",
  ],
];

test.each(wrong)("%s is a problem with place and remedy", (_, files, message) => {
  expect(messages(files).join("\n")).toContain(message);
});

test("unmarkedLetters() asks for no index, no name of a function, no e and no set of numbers", () => {
  expect(
    unmarkedLetters(String.raw`\sum_{i=1}^{\sym{n}{N}} \log \sym{p}{p_i} + e^{\sym{x}{x}}, \mathbb R`),
  ).toEqual([]);
});

test("unmarkedLetters() names a letter in an upper script, in a name of several letters and beside a mark", () => {
  expect(unmarkedLetters(String.raw`\sum_{i=1}^N \sym{p}{p}^{\gamma} \mathrm{FL}`)).toEqual([
    "N",
    "γ",
    "F",
    "L",
  ]);
  expect(marksOf(String.raw`\sym{a}{\sym{b}{x}}\sym{a}{y}`)).toEqual(["a", "b"]);
});

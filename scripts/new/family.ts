import { globSync } from "node:fs";
import { type Draft, insertBefore, kebab, Refusal, readFrom, todo, unused } from "./draft.ts";

/** Words of the language, and names that the files of a loss have already. */
const taken = new Set(
  (
    "arguments await break case catch class const constructor continue debugger default delete do else enum eval " +
    "evaluate expect export extends false finally for function if implements import in instanceof interface let " +
    "losses new null package private protected public return static super switch test this throw true try typeof " +
    "undefined var void while with yield"
  ).split(" "),
);

/** A loss and its page: the record, its place in the registry, a test, the MDX, its node, a word in each library. */
export function family(name: string, root: string): Draft {
  const id = kebab(name);
  if (taken.has(id)) throw new Refusal(`${id}: a word of TypeScript; use two words, as in ${id}-loss`);
  const files = new Map([
    [unused(root, `src/losses/${id}.ts`), record(id)],
    [unused(root, `test/losses/${id}.test.ts`), test(id)],
    [unused(root, `content/families/${id}.mdx`), page(id)],
  ]);
  const registry = readFrom(root, "src/losses/registry.ts");
  const later = [...registry.matchAll(/^import .*"\.\/([\w-]+)\.ts";$/gm)].find(([, other]) => other! > id);
  const anchor = later ? new RegExp(`^import .*"\\./${later[1]}\\.ts";$`, "m") : /^\n\/\*\*/m;
  const imported = insertBefore(
    registry,
    "src/losses/registry.ts",
    anchor,
    `import { ${camel(id)} } from "./${id}.ts";\n`,
  );
  const entry = camel(id) === id ? `  ${id},\n` : `  "${id}": ${camel(id)},\n`;
  files.set("src/losses/registry.ts", insertBefore(imported, "src/losses/registry.ts", /^\};/m, entry));
  const nodes = "content/map/nodes.yaml";
  files.set(
    nodes,
    insertBefore(readFrom(root, nodes), nodes, /^$/m, `- { id: ${id}, kind: loss, lane: 0.5 }\n`),
  );
  for (const path of globSync("content/libraries/*.yaml", { cwd: root })) {
    files.set(path, withoutLoss(readFrom(root, path), id));
  }
  const next = [
    `write the record's equation, symbols, parameters and slopes: src/losses/${id}.ts (it is a Jaccard loss so far)`,
    `check its value against cases worked by hand: test/losses/${id}.test.ts`,
    "npm run fixtures, if Python is at hand: values of an independent implementation",
  ];
  return { files, next };
}

const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const titled = (id: string) => `${id[0]?.toUpperCase()}${id.slice(1).replaceAll("-", " ")} loss`;

/** Every library says something about every loss; of a new one, that nobody looked yet. */
function withoutLoss(text: string, id: string): string {
  const line = `  - { loss: ${id}, what: "${todo} not looked at yet" }\n`;
  if (/^cannot:\s*$/m.test(text)) return text.replace(/^cannot:\s*\n/m, `cannot:\n${line}`);
  return `${text.replace(/^cannot: \[\]\n/m, "").trimEnd()}\ncannot:\n${line}`;
}

const record = (id: string) => `import type { OverlapLoss } from "./loss.ts";

export const ${camel(id)}: OverlapLoss = {
  id: "${id}",
  title: "${titled(id)}",
  source: { key: "earthscanreview", where: "${todo} the equation's number", seen: "secondary" },
  printed: {
    tex: String.raw\`\\frac{\\sym{tp}{TP}}{\\sym{tp}{TP} + \\sym{fp}{FP} + \\sym{fn}{FN}}\`,
    note: "${todo} the paper's own form.",
  },
  tex: String.raw\`1 - \\frac{\\sym{tp}{TP}}{\\sym{tp}{TP} + \\sym{fp}{FP} + \\sym{fn}{FN}}\`,
  symbols: [
    { id: "tp", tex: "TP", meaning: "soft count of hits: prediction times truth, added over the pixels" },
    { id: "fp", tex: "FP", meaning: "soft count of strays: prediction where the truth is not" },
    { id: "fn", tex: "FN", meaning: "soft count of misses: truth where the prediction is not" },
  ],
  further: [],
  parameters: [],
  scores: "overlap",

  ratio: () => ({
    numerator: { tp: 1, fp: 0, fn: 0 },
    denominator: { tp: 1, fp: 1, fn: 1 },
  }),
};
`;

const test = (id: string) => `import { expect, test } from "vitest";
import { evaluate } from "../../src/losses/kernel.ts";
import { ${camel(id)} } from "../../src/losses/${id}.ts";

test("${camel(id)} of a perfect prediction is zero", () => {
  const probabilities = Float64Array.of(1, 0, 0, 1);
  const frame = { classes: 2, pixels: 2, probabilities, labels: [0, 1] };
  expect(evaluate(${camel(id)}, frame)).toBeCloseTo(0, 12);
});
`;

const page = (id: string) => `---
title: ${titled(id)}
extension: true
overlap: overlap-aware
control: symmetric
place: [0.5, 0.5]
paper: earthscanreview
scores: "${todo} what it scores, in one sentence."
listens: "${todo} what its gradient listens to, in one sentence."
relatives: [dice]
summary: "${todo} the family in two sentences."
---

## What it scores

${todo} one paragraph; each sentence that argues stands in a Claim with its Cite.

## The equation

<Equation of="${id}" form="printed"/>

<Equation of="${id}"/>

<Symbols of="${id}"/>

## What its gradient listens to

${todo} one paragraph.

## The code that runs

<Source of="${id}"/>
`;

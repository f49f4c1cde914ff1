import { expect, test } from "vitest";
import { effortOf } from "../effort.ts";
import { bib, claim, family, measurement, messages, registries } from "./sample.ts";

test("a claim that cites an unknown key stops the build and names the file and line", () => {
  const wrong = claim.replace("doe2020loss", "doe2020los");
  expect(messages({ "content/claims/two.yaml": wrong })).toEqual([
    "content/claims/two.yaml:5: unknown source doe2020los; not in references.bib (did you mean doe2020loss?)",
    "the content has 1 problem; nothing was built",
  ]);
});

test("all problems of all files are thrown together, sorted by file and line", () => {
  const lines = messages({
    "content/claims/two.yaml": claim.replace("about: [dice]", "about: [dise]"),
    "content/claims/three.yaml": "statement: 1\n",
    "content/measurements/a.yaml": "title: [",
  });
  expect(lines.at(-1)).toMatch(/^the content has \d+ problems; nothing was built$/);
  const files = lines.slice(0, -1).map((line) => line.split(":")[0]);
  expect(files).toEqual(files.toSorted());
  expect(new Set(files).size).toBe(3);
});

const library = `name: A library
version: "1"
released: "2026-10"
status: read
homepage: https://example.org
layout: channels-first
spellings:
  - id: dice
    loss: dice
    title: Dice
    task: binary
    call: loss = dice(logits, target)
    convention: { over: image }
`;

const wrong: readonly [string, Record<string, string>, string][] = [
  [
    "an entry that nothing cites",
    { "references.bib": bib + bib.replace("doe2020loss", "roe2021loss") },
    "references.bib:4: [roe2021loss] nothing cites this entry",
  ],
  [
    "a claim without source",
    { "content/claims/two.yaml": claim.replace(/sources:\n.*\n/, "sources: []\n") },
    "content/claims/two.yaml:4: sources is not allowed; a claim needs at least one source",
  ],
  [
    "a claim without check or reason",
    { "content/claims/two.yaml": claim.replace(/unchecked.*\n/, "") },
    "content/claims/two.yaml:1: claim two has no check; add src/checks/two.ts, or say in unchecked:",
  ],
  [
    "a library that spells an unknown loss",
    { "content/libraries/a.yaml": library.replace("loss: dice", "loss: dise") },
    "content/libraries/a.yaml:9: unknown loss dise; not in src/losses/registry.ts (did you mean dice?)",
  ],
  [
    "a library that sets an unknown switch",
    { "content/libraries/a.yaml": library.replace("over: image", "ovre: image") },
    "content/libraries/a.yaml:13: spellings.0.convention",
  ],
  [
    "a library that was only read and yet surprises",
    {
      "content/libraries/a.yaml": `${library}surprises:\n  - { id: a, loss: dice, says: b, code: c, holds: d }\n`,
    },
    "what was only read has none; a surprise must be reproduced",
  ],
  [
    "an unknown field in YAML",
    { "content/claims/two.yaml": claim.replace("about:", "abuot:") },
    "content/claims/two.yaml:3: unknown field abuot (did you mean about?)",
  ],
  [
    "a mathematical claim without form",
    { "content/claims/two.yaml": claim.replace("reported", "mathematical") },
    "one of identity, inequality, limit, monotonicity for a mathematical claim",
  ],
  [
    "a locator without a paper",
    { "content/claims/two.yaml": claim.replace("key: doe2020loss, ", "") },
    "content/claims/two.yaml:5: sources.0 is not allowed; a source is { key, where }",
  ],
  [
    "a claim about an unknown loss",
    { "content/claims/two.yaml": claim.replace("[dice]", "[dise]") },
    "content/claims/two.yaml:3: unknown loss or topic dise; not in src/losses or reference-task, metrics, literature" +
      " (did you mean dice?)",
  ],
  [
    "a paper file without entry",
    { "content/papers/roe2021loss.yaml": "role: neighbour\ncontribution: None.\n" },
    "content/papers/roe2021loss.yaml:1: unknown paper roe2021loss; not in references.bib",
  ],
  [
    "a misspelt field of a measurement",
    { "content/measurements/scores.yaml": `${measurement}notse: x\n` },
    "content/measurements/scores.yaml:9: notse",
  ],
  [
    "a list that does not fit its classes",
    { "content/measurements/scores.yaml": measurement.replace("[0.9, 0.25]", "[0.9]") },
    "content/measurements/scores.yaml:7: iou has 1 values for 2 classes",
  ],
  [
    "an unknown derivation",
    {
      "content/measurements/a.yaml":
        "title: T\nkind: derived\nfrom: []\nderivation: mean-io\nunit: '1'\ndigits: 2\n",
    },
    "content/measurements/a.yaml:4: unknown derivation mean-io (did you mean mean-iou?)",
  ],
  [
    "a derived record that holds a value",
    {
      "content/measurements/a.yaml":
        "title: T\nkind: derived\nfrom: []\nderivation: focal-minimiser\nunit: '1'\ndigits: 2\nx: 3\n",
    },
    "content/measurements/a.yaml:7: a derived record holds a value; remove it; it is computed",
  ],
  [
    "a family of no loss",
    { "content/families/dise.mdx": family },
    "content/families/dise.mdx:2: unknown loss dise; not in src/losses/registry.ts (did you mean dice?)",
  ],
  [
    "an unknown field in a front matter",
    { "content/families/dice.mdx": family.replace("summary:", "sumary:") },
    "content/families/dice.mdx:11: unknown field sumary (did you mean summary?)",
  ],
];

test.each(wrong)("%s is a problem with place and remedy", (_, files, message) => {
  expect(messages(files).join("\n")).toContain(message);
});

const uses: readonly [string, string][] = [
  [
    '<Cite of="doe2020los"/>',
    "13:5: unknown source doe2020los; not in references.bib (did you mean doe2020loss?)",
  ],
  ['<Num of="scores.iou.curve-2"/>', "13:5: unknown number scores.iou.curve-2"],
  ['<Claim of="one-is-two">x</Claim>', "13:5: unknown claim one-is-two"],
  ['<Figure of="arenna"/>', "13:5: unknown figure arenna; not in src/widgets (did you mean arena?)"],
  ['<Term of="soft">x</Term>', "13:5: unknown term soft"],
  ['<Equation of="dise"/>', "13:5: unknown loss dise"],
  [
    "[x](/famlies/dice/)",
    "13:5: dangling link to /famlies/dice/; no such page (did you mean /families/dice/?)",
  ],
  ["[x](#what-it-scors)", "13:5: dangling link to /families/dice/#what-it-scors; the page has no such part"],
  [
    "[x](/families/dice/#partt)\n\n## Part\n",
    "13:5: dangling link to /families/dice/#partt; the page has no such part (did you mean part?)",
  ],
  [
    "[x](/claims/#one-is-two)",
    "13:5: dangling link to /claims/#one-is-two; the page has no such part (did you mean one-is-one?)",
  ],
  ["![](https://example.org/x.png)", "13:5: a picture in a text; draw it as a figure"],
  ["[x](javascript:alert)", "13:5: link to javascript:alert; write an https address"],
  ['<Ciet of="doe2020loss"/>', "13:5: unknown component <Ciet> (did you mean Cite?)"],
  ['<Cite off="doe2020loss"/>', "13:5: <Cite> has no off (did you mean of?)"],
  ["<Cite of={key}/>", '13:5: <Cite> has of={key}/; write attributes as name="value"'],
  ["<Cite/>", "13:5: <Cite> without of"],
  ['<Claim of="one-is-one">x', "13:5: <Claim> is not closed"],
  ['<Cite of="doe2020loss doe2020loss" at="eq. 1"/>', "13:5: <Cite> of several things"],
  ["<div>x</div>", "13:5: raw HTML <div>; use Markdown"],
  ["{1 + 1}", "13:5: expression {1 + 1}"],
];

test.each(uses)("%s in a text is a problem with line and column", (text, message) => {
  const lines = messages({
    "content/families/dice.mdx": `${family}And ${text}\n`,
    "content/measurements/scores.yaml": measurement,
  });
  expect(lines.join("\n")).toContain(`content/families/dice.mdx:${message}`);
});

test("code, TeX and escaped braces hold no components", () => {
  const text = `${family}Code \`<Foo of={x}>\`, $a_{1}$, \\{ \\} and\n\n\`\`\`\n<Bar/> {y}\n\`\`\`\n`;
  expect(messages({ "content/families/dice.mdx": text })).toEqual([]);
});

test("an import in a text is a problem", () => {
  const text = `${family}\nimport x from "./x.ts"\n`;
  expect(messages({ "content/families/dice.mdx": text }).join("\n")).toContain(
    "dice.mdx:14:1: import in a text",
  );
});

const edge = (from: string, to: string, type = "generalises") =>
  `- { from: ${from}, to: ${to}, type: ${type}, sentence: A., source: { key: doe2020loss, where: eq. 1 } }\n`;

test("a cycle of generalises, an edge to nowhere and an edge stored twice are problems", () => {
  const more = { losses: ["dice", "tversky", "focal-tversky"], checks: [] };
  const of = (text: string) => messages({ "content/map/edges.yaml": text }, more).join("\n");
  expect(of(edge("tversky", "dice") + edge("focal-tversky", "tversky"))).toBe("");
  const cycle = edge("tversky", "dice") + edge("dice", "focal-tversky") + edge("focal-tversky", "tversky");
  expect(of(cycle)).toContain("edges.yaml:3: cycle of generalises: tversky → dice → focal-tversky → tversky");
  expect(of(edge("tversky", "dise"))).toContain("edges.yaml:1: edge to unknown node dise");
  const twice = of(edge("tversky", "dice") + edge("dice", "tversky", "reduces to"));
  expect(twice).toContain("edges.yaml:2: this edge is stored already, at line 1; keep one direction");
});

test("a check without claim names the claim's file", () => {
  const lines = messages({}, { ...registries, checks: ["one-is-won"] }).join("\n");
  expect(lines).toContain(
    "src/checks/one-is-won.ts:1: check one-is-won has no claim (did you mean one-is-one?)",
  );
});

test("a claim with check and reason both is a problem", () => {
  expect(messages({}, { ...registries, checks: ["one-is-one"] }).join("\n")).toContain("one-is-one.yaml:6");
});

test("hostile YAML ends in a message: aliases without end, __proto__, a tag, two documents", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
    .split("")
    .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefg"[i]}`).join(",")}]`)
    .join("\n")}\n`;
  for (const text of [
    bomb,
    "__proto__: { statement: x }\n",
    "!!js/function x\n",
    "a: 1\n---\nb: 2\n",
    "\0",
    "- 1",
  ]) {
    const [lines, effort] = effortOf(() => messages({ "content/claims/two.yaml": text }));
    expect(lines.length).toBeGreaterThan(1);
    expect(effort).toBeLessThan(2000);
  }
});

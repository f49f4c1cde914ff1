import { expect, test } from "vitest";
import type { Registries } from "../../src/atlas/atlas.ts";
import { loadAtlas } from "../../src/atlas/load.ts";
import { ContentError } from "../../src/atlas/problems.ts";

const bib = `@article{doe2020loss,
  author = {Doe, Jane}, title = {On Loss}, journal = {J}, year = {2020}, url = {https://example.org/}
}
`;
const claim = `statement: One is one.
kind: reported
about: [dice]
sources:
  - { key: doe2020loss, where: eq. 1 }
unchecked: a sentence
`;
const measurement = `title: Scores
kind: measured
origin: a test
unit: "1"
digits: 2
classes: [background, curve 1]
iou: [0.9, 0.25]
error: { value: -0.5, digits: 3, unit: px }
`;
const family = `---
title: Dice
extension: false
overlap: overlap-aware
control: symmetric
place: [0.7, 0.2]
paper: doe2020loss
scores: overlap
listens: all
relatives: []
summary: A loss.
---
`;
const registries: Registries = { losses: ["dice"], checks: [], figures: ["arena"] };

const load = (files: Record<string, string>, more: Registries = registries) =>
  loadAtlas(
    new Map(Object.entries({ "references.bib": bib, "content/claims/one-is-one.yaml": claim, ...files })),
    more,
  );

function messages(files: Record<string, string>, more: Registries = registries): string[] {
  try {
    load(files, more);
  } catch (error) {
    if (error instanceof ContentError) return error.message.split("\n");
    throw error;
  }
  return [];
}

test("loadAtlas of nothing is an empty atlas", () => {
  const atlas = loadAtlas(new Map());
  expect([atlas.papers.size, atlas.claims.size, atlas.sections.length, atlas.edges.length]).toEqual([
    0, 0, 0, 0,
  ]);
});

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

test("atlas.number gives value, text, unit, kind and where to read more", () => {
  const atlas = load({ "content/measurements/scores.yaml": measurement });
  expect(atlas.number("scores.iou.curve-1")).toMatchObject({
    value: 0.25,
    text: "0.25",
    kind: "measured",
    unit: "1",
    digits: 2,
    href: "/evidence/#scores",
  });
  expect(atlas.number("scores.error")).toMatchObject({ text: "\u{2212}0.500", unit: "px", digits: 3 });
  expect(() => atlas.number("scores.nothing")).toThrow(RangeError);
  expect(() => atlas.number("__proto__.x")).toThrow(RangeError);
});

test("numbers of generated records come through the injected reader", () => {
  const reader = (path: readonly string[]) =>
    path.join(".") === "recall.dice"
      ? { ...load({ "content/measurements/s.yaml": measurement }).number("s.error"), path: "lab.recall.dice" }
      : undefined;
  const text = `${family}<Num of="lab.recall.dice"/> <Num of="lab.recall.dise"/>\n`;
  const lines = messages({ "content/families/dice.mdx": text }, { ...registries, records: { lab: reader } });
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain("unknown number lab.recall.dise");
});

test("a paper knows every place that cites it, with heading and locator", () => {
  const atlas = load({
    "content/families/dice.mdx": `${family}\n## What it *scores*\n\nSee <Cite of="doe2020loss" at="eq. 2"/>.\n`,
    "content/review/01-results.mdx": '---\ntitle: Results\n---\n<Cite of="doe2020loss"/>\n',
  });
  expect(atlas.papers.get("doe2020loss")?.citedBy).toEqual([
    { href: "/#results", title: "Results", heading: "", where: undefined, by: "text" },
    {
      href: "/families/dice/#what-it-scores",
      title: "Dice",
      heading: "What it scores",
      where: "eq. 2",
      by: "text",
    },
    { href: "/families/dice/", title: "Dice", heading: "", where: undefined, by: "family" },
    { href: "/claims/#one-is-one", title: "One is one.", heading: "", where: "eq. 1", by: "claim" },
  ]);
});

test("results and table cells of a paper are numbers that prose may print", () => {
  const paper = `role: reviewed
contribution: It is.
results:
  - { id: best, metric: DSC, dataset: D, condition: c, value: "0.869 ± 0.033", where: Table 2, seen: primary }
tables:
  - id: sweep
    title: A sweep
    where: Table 1
    seen: primary
    columns: [weights, DSC, F2 score]
    digits: [0, 2, 2]
    rows: [["α 0.5, β 0.5", 53.4, 51.77]]
`;
  const atlas = load({ "content/papers/doe2020loss.yaml": paper });
  expect(atlas.number("doe2020loss.results.best").text).toBe("0.869 ± 0.033");
  expect(atlas.number("doe2020loss.tables.sweep.α-0-5-β-0-5.dsc").text).toBe("53.40");
  expect(atlas.reviewed.map(({ key }) => key)).toEqual(["doe2020loss"]);
});

test("the atlas is frozen, maps included", () => {
  const atlas = load({});
  expect(Object.isFrozen(atlas.papers.get("doe2020loss")?.csl)).toBe(true);
  expect(() => (atlas.papers as Map<string, unknown>).set("x", {})).toThrow("read-only");
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
    const started = performance.now();
    const lines = messages({ "content/claims/two.yaml": text });
    expect(lines.length).toBeGreaterThan(1);
    expect(performance.now() - started).toBeLessThan(2000);
  }
});

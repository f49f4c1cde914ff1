import { expect, test } from "vitest";
import { loadAtlas } from "../../src/atlas/load.ts";
import { family, load, measurement, messages, registries } from "./sample.ts";

test("loadAtlas of nothing is an empty atlas", () => {
  const atlas = loadAtlas(new Map());
  expect([atlas.papers.size, atlas.claims.size, atlas.sections.length, atlas.edges.length]).toEqual([
    0, 0, 0, 0,
  ]);
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
    { href: "/#cite-results-doe2020loss-1", title: "Results", heading: "", where: undefined, by: "text" },
    {
      href: "/families/dice/#cite-dice-doe2020loss-1",
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

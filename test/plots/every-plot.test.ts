import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { rowsOf } from "../../src/components/figure-rows.ts";
import { drawings } from "../../src/components/sweeps.ts";
import { answerChart } from "../../src/plots/answer.ts";
import { pullChart } from "../../src/plots/first-pull.ts";
import { labDots, labSeries } from "../../src/plots/lab.ts";
import { literatureMap } from "../../src/plots/literature-map.ts";
import { sortChart } from "../../src/plots/lovasz-sort.ts";
import { shareAxis } from "../../src/plots/share-axis.ts";
import type { Sheet } from "../../src/plots/svg.ts";
import * as calculator from "../../src/widgets/calculator/spec.ts";
import { type Controls, initialState, type StateOf } from "../../src/widgets/controls.ts";
import * as lab from "../../src/widgets/lab/spec.ts";
import * as shares from "../../src/widgets/lab-shares/spec.ts";
import * as map from "../../src/widgets/literature-map/spec.ts";
import type * as mask from "../../src/widgets/own-mask/spec.ts";
import * as compare from "../../src/widgets/side-by-side/spec.ts";
import { lines, sheet } from "./drawn.ts";

/** Plots as text, one element a line: a change of one is a few lines that a reviewer can read. */

const rows = <R>(figure: string) => rowsOf[figure]!(atlas) as R;
const first = <C extends Controls>({ controls }: { controls: C }): StateOf<C> => initialState(controls);

function answer(figure: string) {
  const asked = { figure, state: {} };
  return calculator.chartOf(initialState(calculator.controlsOf(asked)), asked);
}
const labRows = rows<lab.Rows>("lab");
const mapRows = rows<map.Rows>("literature-map");
const mapData = { nodes: mapRows.nodes, ties: map.tiesOf(mapRows) };
const sorted = [0.9, 0.7, 0.4, 0.1].map((error, k) => ({ error, inside: k % 2 === 0, adds: 0.5 / (k + 1) }));
const sort = { sorted, ink: "curve-1", other: "background", label: "A sort", description: "Worst first." };
const published = (id: string) => drawings(atlas).find((drawing) => drawing.id.includes(id))!;

const plots: Readonly<Record<string, (on: Sheet) => Element>> = {
  "answer-curves": (on) => answerChart(on, answer("logits")),
  "answer-bars": (on) => answerChart(on, answer("weights")),
  "lab-dots": (on) => labDots(on, lab.dotsOf(first(lab), labRows.lines)),
  "lab-shares": (on) => labSeries(on, shares.chartOf(first(shares), rows("lab-shares"))),
  "first-pull": (on) => pullChart(on, shares.pullsOf(first(shares), rows("lab-shares"))),
  "one-curve-miss": (on) => labSeries(on, compare.chartOf(first(compare), rows("side-by-side"), "miss")),
  "literature-map-axes": (on) => literatureMap(on, "axes", mapData),
  "literature-map-years": (on) => literatureMap(on, "years", mapData),
  "lovasz-sort": (on) => sortChart(on, sort),
  "share-axis": (on) => shareAxis(on, { ...rows<mask.Rows>("own-mask"), share: 0.931 }),
  sweep: (on) => published("salehi").draw(on),
  tasks: (on) => published("ma2021").draw(on),
};

describe.each(Object.keys(plots))("%s", (name) => {
  it.each([
    ["wide", 600],
    ["narrow", 340],
  ] as const)("as text, %s", async (size, width) => {
    const svg = plots[name]!(sheet(width));
    expect(svg.toString()).not.toMatch(/NaN|undefined|Infinity/);
    await expect(lines(svg)).toMatchFileSnapshot(`__snapshots__/${name}-${size}.svg`);
  });
});

it("every function of src/plots that draws on a sheet is drawn by a test that keeps its text", () => {
  const read = (pattern: string) =>
    globSync(pattern, { cwd: join(import.meta.dirname, "../..") }).map((file) =>
      readFileSync(join(import.meta.dirname, "../..", file), "utf8"),
    );
  const parts = /^(drawn|sampleOf)$/;
  const draws = read("src/plots/*.ts")
    .flatMap((text) => [...text.matchAll(/^export function (\w+)\(\s*(?:sheet|\{[^}]*\}): Sheet/gm)])
    .map(([, name]) => name!)
    .filter((name) => !parts.test(name));
  const tests = read("test/plots/*.test.ts").filter((text) => text.includes("toMatchFileSnapshot"));
  // The charts of a paper are reached through the paper's own drawing.
  const reached = ["sweepChart", "taskPanels"];
  expect(draws.length).toBeGreaterThan(12);
  expect(
    draws.filter((name) => !reached.includes(name) && !tests.some((text) => text.includes(`${name}(`))),
  ).toEqual([]);
});

it("a number beside the axis of a sort has the room that it takes, however small a weight is", () => {
  const small = sorted.map((one) => ({ ...one, adds: one.adds / 7919 }));
  const svg = sortChart(sheet(340), { ...sort, sorted: small });
  const texts = [...svg.querySelectorAll("text")].map((text) => ({
    end: text.getAttribute("text-anchor") === "end",
    x: Number(text.getAttribute("x")),
    words: text.textContent ?? "",
  }));
  // A digit takes 8 pixels at the most, a letter of a sentence 7 in the mean.
  for (const { end, x, words } of texts)
    expect([words, end ? x - 8 * words.length >= 0 : x + 7 * words.length <= 340]).toEqual([words, true]);
  expect(texts.map(({ words }) => words)).toContain("what it adds: its weight, at most 0.000063");
});

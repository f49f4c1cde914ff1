import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { drawings } from "../../src/components/sweeps.ts";
import { type Sweep, sweepChart } from "../../src/plots/sweep.ts";
import { taskPanels } from "../../src/plots/tasks.ts";
import { expectFit, sheet } from "./drawn.ts";

describe.each(drawings(atlas))("$id", ({ paper, finding, draw, table }) => {
  const rows = atlas.papers.get(paper)!.content!.tables.find(({ title }) => title === table.caption)!.rows;

  it("prints its table with the digits of the paper", () => {
    expect(table.rows.length).toBe(rows.length);
    const numbers = (cells: readonly unknown[]) =>
      cells.map((cell) => (typeof cell === "number" ? cell : String(cell)));
    expect(
      table.rows.map((row) => row.map((text, k) => (typeof rows[0]![k] === "number" ? Number(text) : text))),
    ).toEqual(rows.map(numbers));
  });

  it("says its finding in numbers of that table", () => {
    const said = finding.match(/\d+(\.\d+)?/g) ?? [];
    const known = new Set([...rows.flat().map(String), ...table.rows.flat(), String(rows.length)]);
    expect(said.filter((number) => !known.has(number))).toEqual([]);
  });

  it.each([600, 340])("draws a point for every number that it shows, %d px wide", (width) => {
    const svg = draw(sheet(width));
    const points = svg.querySelectorAll(".point :is(circle, path)").length;
    expect(points).toBeGreaterThan(rows.length);
    expect(points % rows.length).toBe(0);
    expectFit(svg);
  });
});

const data: Sweep = {
  settings: ["0.1", "0.2", "0.3"],
  axis: "a setting",
  unit: "percent",
  series: [
    { label: "one", values: [10, 30, 20], ink: "overlap" },
    { label: "two", values: [12, 14, 20.5], ink: "metric" },
  ],
  best: 1,
  label: "A sweep",
  description: "Highest at 0.2.",
};

it("sweepChart() puts larger values higher and names each line at its end", () => {
  const svg = sweepChart(sheet(600), data);
  const heights = [...svg.querySelectorAll(".point.overlap circle")].map((point) =>
    Number(point.getAttribute("cy")),
  );
  expect(heights[1]).toBeLessThan(heights[2]!);
  expect(heights[2]).toBeLessThan(heights[0]!);
  const names = [...svg.querySelectorAll(".series text")].map((name) =>
    Number(/,([\d.]+)\)/.exec(name.getAttribute("transform") ?? "")?.[1]),
  );
  expect(Math.abs(names[0]! - names[1]!)).toBeGreaterThanOrEqual(14.9);
});

it("taskPanels() writes a failure at the edge with its digits and keeps the scale for the others", () => {
  const row = (label: string, value: number) => ({
    label,
    ink: undefined,
    values: [value],
    texts: [value.toFixed(2)],
  });
  const rows = [0.9, 0.91, 0.92, 0.93, 0.94, 0.01].map((value, k) => row(`loss ${k}`, value));
  const svg = taskPanels(sheet(600), {
    tasks: ["task"],
    axis: "score",
    rows,
    label: "Tasks",
    description: "One fails.",
  });
  expect(svg.querySelectorAll(".point circle").length).toBe(5);
  expect([...svg.querySelectorAll("text")].map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(["0.01", "0.94", "0.90"]),
  );
});

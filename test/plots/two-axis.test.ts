import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { rowsOf } from "../../src/components/figure-rows.ts";
import { columns, twoAxisMap } from "../../src/plots/two-axis.ts";
import type { Rows } from "../../src/widgets/two-axis-map/spec.ts";
import { expectFit, lines, sheet } from "./drawn.ts";

const { families } = rowsOf["two-axis-map"]!(atlas) as Rows;

describe("twoAxisMap", () => {
  it("twoAxisMap() makes every family one link to its page, named by itself", async () => {
    const svg = twoAxisMap(sheet(600), families);
    expectFit(svg, "group");
    const links = [...svg.querySelectorAll("a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual(families.map(({ href }) => href));
    expect(links.map((link) => link.textContent)).toEqual(
      families.map(({ title }) => title.replace(/ loss$/, "")),
    );
    await expect(lines(svg)).toMatchFileSnapshot("__snapshots__/two-axis-wide.svg");
  });

  it("twoAxisMap() tells the overlap axis by shape and the control axis by a ring, not by colour alone", () => {
    const svg = twoAxisMap(sheet(600), families);
    for (const { id, control } of families) {
      const mark = svg.querySelector(`[data-family="${id}"]`)!;
      expect(mark.querySelectorAll(".tuned").length).toBe(control === "tunable" ? 1 : 0);
    }
    const shapes = new Map(
      families.map(({ id, overlap }) => [
        svg.querySelector(`[data-family="${id}"] .shape`)!.getAttribute("d"),
        overlap,
      ]),
    );
    expect([...shapes.values()].sort()).toEqual(["metric-aware", "overlap-aware", "per-pixel"]);
  });

  it("twoAxisMap() puts every family into the cell that its page states", () => {
    for (const { overlap, control, place } of families) {
      const column = columns.find(({ id }) => id === overlap)!;
      expect(place[0]).toBeGreaterThan(column.from);
      expect(place[0]).toBeLessThan(column.to);
      expect(place[1] > 0.5).toBe(control === "tunable");
    }
  });

  it("twoAxisMap() on a phone", async () => {
    const svg = twoAxisMap(sheet(340), families);
    expectFit(svg, "group");
    await expect(lines(svg)).toMatchFileSnapshot("__snapshots__/two-axis-narrow.svg");
  });
});

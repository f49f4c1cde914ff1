import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { literatureRows } from "../../src/components/map-rows.ts";
import { placeLabels } from "../../src/plots/labels.ts";
import { literatureMap } from "../../src/plots/literature-map.ts";
import { curveBetween } from "../../src/plots/map-layout.ts";
import { tiesOf } from "../../src/widgets/literature-map/spec.ts";
import { sheet } from "./drawn.ts";

const rows = literatureRows(atlas);
const data = { nodes: rows.nodes, ties: tiesOf(rows) };
const drawings = (["axes", "years"] as const).flatMap((view) =>
  [780, 340].map((width) => ({ view, width, svg: literatureMap(sheet(width), view, data) })),
);

describe.each(drawings)("literatureMap() $view at $width", ({ svg, width }) => {
  const marks = [...svg.querySelectorAll("a.node")];
  const at = (mark: Element) =>
    /translate\(([\d.-]+),([\d.-]+)\)/.exec(mark.getAttribute("transform")!)!.slice(1).map(Number);

  it("draws every node and every tie once, as a link to what is said of it", () => {
    const links = [...svg.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    const said = [...rows.nodes.map(({ id }) => `#node-${id}`), ...rows.edges.map(({ id }) => `#${id}`)];
    expect(links.toSorted()).toEqual(said.toSorted());
  });

  it("puts a disc on exactly the ties that run", () => {
    const run = [...svg.querySelectorAll("a.tie:has(.disc)")].map((tie) => tie.getAttribute("data-mark"));
    expect(run.toSorted()).toEqual(
      rows.edges
        .filter(({ claim }) => claim)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it("keeps all marks on the sheet and apart from each other", () => {
    const places = marks.map(at);
    for (const [x, y] of places) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
    }
    const close = places.flatMap(([x, y], i) =>
      places.slice(i + 1).filter(([u, v]) => Math.hypot(x! - u!, y! - v!) < 14),
    );
    expect(close).toEqual([]);
  });

  it("keeps the names apart, and off the marks of others", () => {
    const boxes = marks.flatMap((mark) => {
      const [x = 0, y = 0] = at(mark);
      const size = (mark.classList.contains("loss") ? 1 : 0.93) * (width < 500 ? 11 : 13.5);
      return [...mark.querySelectorAll("text")].map((text) => {
        const length = (text.textContent ?? "").length * size * 0.5;
        const start = x + Number(text.getAttribute("x"));
        const anchor = text.getAttribute("text-anchor");
        const left = anchor === "start" ? start : anchor === "end" ? start - length : start - length / 2;
        const base = y + Number(text.getAttribute("y"));
        return { mark, says: text.textContent, left, right: left + length, top: base - 0.7 * size, base };
      });
    });
    const clashes = boxes.flatMap((one, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (other) =>
            other.mark !== one.mark &&
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
            Math.min(one.base, other.base) - Math.max(one.top, other.top) > 1,
        )
        .map((other) => `${one.says} and ${other.says}`),
    );
    expect(clashes).toEqual([]);
    const covered = boxes.flatMap(({ mark, says, left, right, top, base }) =>
      marks
        .filter((other) => {
          const [x = 0, y = 0] = at(other);
          return other !== mark && x > left && x < right && y > top && y < base;
        })
        .map((other) => `${says} over ${other.getAttribute("data-mark")}`),
    );
    expect(covered).toEqual([]);
  });

  it("keeps all names on the sheet", () => {
    for (const mark of marks) {
      const [x = 0] = at(mark);
      for (const text of mark.querySelectorAll("text")) {
        const start = x + Number(text.getAttribute("x"));
        const length = (text.textContent ?? "").length * (width < 500 ? 5.8 : 7);
        const anchor = text.getAttribute("text-anchor");
        const left = anchor === "start" ? start : anchor === "end" ? start - length : start - length / 2;
        expect(left, text.textContent ?? "").toBeGreaterThan(-8);
        expect(left + length, text.textContent ?? "").toBeLessThan(width + 8);
      }
    }
  });
});

it("all nine reviewed works stand in the layer of papers, each with a tie of its own", () => {
  const reviewed = [...atlas.papers.values()].filter(({ role }) => role === "reviewed");
  expect(reviewed).toHaveLength(9);
  for (const { key } of reviewed) {
    expect(rows.nodes.find(({ id }) => id === key)?.kind, key).toBe("paper");
    expect(
      rows.edges.some(({ from, source }) => from.id === key && source.href.includes(key)),
      key,
    ).toBe(true);
  }
});

it("placeLabels() gives a label the free side of its mark", () => {
  const bounds = { left: 0, right: 300, top: 0, bottom: 300 };
  const one = { at: { x: 150, y: 150 }, radius: 5, lines: ["a name"], size: 12 };
  const [alone] = placeLabels([one], [], [], bounds);
  expect(alone).toMatchObject({ anchor: "middle", x: 150 });
  expect(alone!.y).toBeGreaterThan(150);
  const below = Array.from({ length: 9 }, (_, k) => ({ x: 110 + 10 * k, y: 165 }));
  const [moved] = placeLabels([one], [], below, bounds);
  expect(moved!.y).toBeLessThan(160);
  const [corner] = placeLabels([{ ...one, at: { x: 295, y: 295 } }], [], [], bounds);
  expect(corner!.anchor).toBe("end");
});

it("curveBetween() begins and ends outside of the marks", () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  const { samples, head } = curveBetween(a, b, [10, 10]);
  for (const { x, y } of [...samples, head]) {
    expect(Math.hypot(x, y)).toBeGreaterThanOrEqual(10);
    expect(Math.hypot(x - 100, y)).toBeGreaterThanOrEqual(10);
  }
});

import { expect, test } from "vitest";
import { loadAtlas } from "../../src/atlas/load.ts";
import { contentFiles, registries } from "../../src/atlas/node.ts";
import { atlas } from "../../src/atlas/vite.ts";

test("Vite and plain Node read the same atlas", async () => {
  const node = loadAtlas(contentFiles(), await registries());
  const ids = (a: typeof atlas) =>
    [a.papers, a.claims, a.measurements, a.numbers, a.families].map((m) => [...m.keys()]);
  expect(ids(node)).toEqual(ids(atlas));
  expect(node.occurrences).toEqual(atlas.occurrences);
});

test("the nine reviewed works are [1] to [9], and every work has a role and what we read of it", () => {
  expect(atlas.reviewed.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const paper of atlas.papers.values()) {
    expect(paper.role).not.toBe("cited");
    expect(paper.content?.contribution.length).toBeGreaterThan(20);
  }
});

test("the sweeps that the literature gives in full are complete", () => {
  const table = (key: string, id: string) => atlas.papers.get(key)?.content?.tables.find((t) => t.id === id);
  const ma = table("ma2021lossodyssey", "dsc");
  expect(ma?.rows).toHaveLength(20);
  expect(ma?.columns).toEqual(["loss", "liver", "liver tumour", "pancreas", "multi-organ"]);
  expect(ma?.rows.flat().every((cell) => cell !== null)).toBe(true);
  expect(table("salehi2017tversky", "sweep")?.rows.map((row) => row.slice(0, 2))).toEqual([
    [0.5, 0.5],
    [0.4, 0.6],
    [0.3, 0.7],
    [0.2, 0.8],
    [0.1, 0.9],
  ]);
  expect(table("lin2017focal", "alpha")?.rows.map(([alpha]) => alpha)).toEqual([
    0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999,
  ]);
  expect(table("lin2017focal", "gamma")?.rows.map(([gamma]) => gamma)).toEqual([0, 0.1, 0.2, 0.5, 1, 2, 5]);
});

test("the Odyssey's multi-organ scores are those of its repository", () => {
  const dsc = (loss: string) => atlas.number(`ma2021lossodyssey.tables.dsc.${loss}.multi-organ`).text;
  expect(["ce", "dice", "tversky", "focal", "focaltversky", "lovasz", "gdice"].map(dsc)).toEqual([
    "0.8483",
    "0.8449",
    "0.8371",
    "0.8173",
    "0.7497",
    "0.6568",
    "0.0132",
  ]);
});

test("derived numbers come out as the review derives them", () => {
  const text = (path: string) => atlas.number(path).text;
  expect(text("mean-iou")).toBe("0.47");
  expect(text("frequency-weighted-iou")).toBe("0.919");
  expect(text("all-background-weighted-iou")).toBe("0.941");
  expect(text("all-background.iou.background")).toBe("0.97");
  expect(text("trace-error-reduction")).toBe("0.245");
  expect(atlas.number("mean-iou").kind).toBe("derived");
});

test("what only memory holds is nowhere in the papers", () => {
  const all = JSON.stringify([...atlas.papers.values()].map(({ content }) => content));
  expect(all).not.toMatch(/unverified|NOT RETRIEVED|as remembered/);
  // The Dice baselines of the focal Tversky paper are known from memory alone.
  const abraham = JSON.stringify(atlas.papers.get("abraham2019focaltversky")?.content);
  for (const value of ["0.547", "0.657", "0.838", "0.716", "0.751"]) expect(abraham).not.toContain(value);
});

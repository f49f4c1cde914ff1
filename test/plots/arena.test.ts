import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { rowsOf } from "../../src/components/figure-rows.ts";
import { arenaChart, edges, sampleOf } from "../../src/plots/arena.ts";
import { dataOf, type Rows } from "../../src/widgets/arena/spec.ts";
import { expectFit, lines, sheet } from "./drawn.ts";

const rows = rowsOf["arena"]!(atlas) as Rows;
const data = dataOf({ share: 97 }, rows);

describe("edges", () => {
  it("edges() of all bands are one at the mild end: no difference is drawn where none is reported", () => {
    const [first, ...others] = data.bands.map((band) => edges(band, data.low, data));
    for (const other of others) {
      expect(other.upper).toBeCloseTo(first!.upper, 12);
      expect(other.lower).toBeCloseTo(first!.lower, 12);
    }
  });

  it("edges() keep every band clear of the one ranked below it at the extreme end", () => {
    const ranked = [...data.bands].sort((a, b) => a.rank - b.rank);
    for (const [k, band] of ranked.slice(1).entries())
      expect(edges(ranked[k]!, data.high, data).lower).toBeGreaterThan(edges(band, data.high, data).upper);
  });

  it("edges() never rise as the background grows, and the middles never change their order", () => {
    const share = fc.double({ min: data.low, max: data.high, noNaN: true });
    const middle = (k: number, s: number) => {
      const { lower, upper } = edges(data.bands[k]!, s, data);
      return (lower + upper) / 2;
    };
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [mild, heavy] = [Math.min(a, b), Math.max(a, b)];
        for (const k of data.bands.keys())
          expect(middle(k, heavy)).toBeLessThanOrEqual(middle(k, mild) + 1e-12);
        const byRank = [...data.bands.keys()].sort((i, j) => data.bands[i]!.rank - data.bands[j]!.rank);
        for (const [n, k] of byRank.slice(1).entries())
          expect(middle(byRank[n]!, a)).toBeGreaterThanOrEqual(middle(k, a) - 1e-12);
      }),
    );
  });
});

describe("arenaChart", () => {
  it("arenaChart() draws shapes dashed and hatched, anchors solid with their digits", async () => {
    const svg = arenaChart(sheet(600), data);
    expectFit(svg);
    const dashed = [...svg.querySelectorAll("[stroke-dasharray]")];
    expect(dashed.length).toBe(2 * data.bands.length);
    expect(svg.querySelectorAll("pattern").length).toBe(data.bands.length);
    const digits = [...svg.querySelectorAll(".digits text")].map((text) => text.textContent);
    expect(digits).toEqual(rows.anchors.map(({ reading }) => reading.text));
    await expect(lines(svg)).toMatchFileSnapshot("__snapshots__/arena-wide.svg");
  });

  it("arenaChart() prints no digit on the illustrative axis", () => {
    const axis = [...arenaChart(sheet(600), data).querySelectorAll("text")]
      .map((text) => text.textContent ?? "")
      .filter((text) => /keeps|loses/.test(text));
    expect(axis).toEqual(["keeps the thin class", "loses it"]);
  });

  it("arenaChart() on a phone", async () => {
    const svg = arenaChart(sheet(340), data);
    expectFit(svg);
    await expect(lines(svg)).toMatchFileSnapshot("__snapshots__/arena-narrow.svg");
  });
});

describe("sampleOf", () => {
  it("sampleOf() fills as many of its 200 pixels as the share leaves, from half of them to one", () => {
    const filled = (share: number) =>
      (sampleOf(sheet(180), share).querySelector(".sample-curve")!.getAttribute("d")!.match(/M/g) ?? [])
        .length;
    expect([0.5, 0.97, 0.995].map(filled)).toEqual([100, 6, 1]);
    expect(sampleOf(sheet(180), 0.995).getAttribute("aria-label")).toBe("Of 200 pixels, 1 is curve");
  });
});

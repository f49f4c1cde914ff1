import { describe, expect, it } from "vitest";
import { reportOf } from "../../src/experiments/mask.ts";
import { shrunk } from "../../src/experiments/mask-window.ts";
import { namesOf, reportTable, sayReport } from "../../src/widgets/own-mask/spec.ts";

/** A wide sheet with one column of 7 and a smaller block of 3; the paper is 9. */
const [width, height] = [1200, 40];
const values = [3, 7, 9];
const labels = Uint8Array.from({ length: width * height }, (_, i) => {
  const [x, y] = [i % width, Math.floor(i / width)];
  return x === 601 ? 1 : x < 4 && y < 4 ? 0 : 2;
});
const image = { width, height, labels, values };
const report = reportOf(image);

describe("a mask's report", () => {
  it("names the background first and the largest class next, by the values of the file", () => {
    expect(namesOf(report)).toEqual(["background", "value 7", "value 3"]);
    const { columns, rows } = reportTable(report);
    expect(rows.map(([name, pixels]) => [name, pixels])).toEqual([
      ["9, the background", `${width * height - 56}`],
      ["7", "40"],
      ["3", "16"],
    ]);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it("is said with size, share and the thinnest stroke, and plainly where all is background", () => {
    expect(sayReport(report)).toMatch(
      /^1200 × 40 pixels, 3 classes, 99\.88 percent background;.* 1 pixels wide\.$/,
    );
    const empty = { width: 2, height: 2, labels: new Uint8Array(4), values: [0] };
    expect(sayReport(reportOf(empty))).toContain("all of it is background");
  });
});

describe("shrunk", () => {
  it("shrunk() keeps a stroke of one pixel that the block is wider than", () => {
    const small = shrunk(image, report, 300);
    expect([small.width, small.height]).toEqual([300, 10]);
    const column = Array.from({ length: 10 }, (_, y) => small.labels[y * 300 + 150]);
    expect(column).toEqual(Array(10).fill(1));
    expect(small.labels[0]).toBe(2);
  });
});

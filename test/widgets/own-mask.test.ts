import { describe, expect, it } from "vitest";
import { asCsv, asJson } from "../../src/experiments/download.ts";
import { reportOf } from "../../src/experiments/mask.ts";
import { shapesOf } from "../../src/experiments/mask-logs.ts";
import { shrunk, truthOf } from "../../src/experiments/mask-window.ts";
import { defaultProtocol } from "../../src/experiments/protocol.ts";
import {
  geometryOf,
  inked,
  namesOf,
  reportTable,
  sayReport,
  sayShapes,
  sayWindow,
} from "../../src/widgets/own-mask/spec.ts";

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
    expect(namesOf(report, { kept: [1, 0] })).toEqual(["background", "value 7", "value 3"]);
    const { columns, rows } = reportTable(report);
    expect(rows.map(([name, pixels]) => [name, pixels])).toEqual([
      ["9, the background", `${width * height - 56}`],
      ["7", "40"],
      ["3", "16"],
    ]);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it("is said with size, share and the thinnest stroke, and plainly where one value is everywhere", () => {
    expect(sayReport(report)).toBe(
      "1200 × 40 pixels, 3 classes, 99.88 percent background (value 9); the thinnest class has strokes 1 pixel wide.",
    );
    const full = { width: 2, height: 2, labels: new Uint8Array(4), values: [255] };
    expect(sayReport(reportOf(full))).toBe(
      "2 × 2 pixels, 1 class: every pixel has value 255, so there is nothing for a loss to find.",
    );
  });
});

describe("the inks of the table", () => {
  it("are those of the pictures, where classes outside the window come last", () => {
    const truth = { kept: [0], outside: [1] };
    expect(inked({ report, truth } as never)).toEqual(["background", "curve-2", "curve-1"]);
  });
});

describe("what lies outside a window", () => {
  it("is named by the values of the file, and nothing is where all is inside", () => {
    expect(sayWindow(report, truthOf(image, report))).toBe(
      "The window: 128 × 40 pixels from column 537 and row 0 on. No window of this size holds more of the classes: " +
        "value 3 lies outside it and is not heard here.",
    );
    expect(sayWindow(report, truthOf(image, report, 1200))).toBe("The window is the whole mask.");
    expect(sayShapes(report, shapesOf(image, report))).toBe(
      "The training sees 960 × 40 pixels from column 0 and row 0 on: values 7 and 3.",
    );
  });

  it("a mask too small for the filters is said to be so before anything is trained", () => {
    const small = {
      width: 6,
      height: 5,
      labels: Uint8Array.from({ length: 30 }, (_, i) => (i % 6 === 2 ? 1 : 0)),
      values: [0, 9],
    };
    expect(sayShapes(reportOf(small), shapesOf(small, reportOf(small)))).toContain("at least 8 × 8");
  });
});

describe("a training's download", () => {
  it("names the part of the mask that was trained on, its values, protocol, seed and version", () => {
    const shapes = shapesOf(image, report);
    const outcome = {
      row: "dice",
      weights: "abc",
      shift: 0,
      counts: [9, 1, 1, 9],
      centroid: [0.1],
      argmax: [0.2],
    };
    const line = { learningRate: 0.2, share: 0.9, seed: 1, ...outcome };
    const { imbalance, difficulty, learningRate, steps } = {
      ...defaultProtocol,
      imbalance: "geometry" as const,
    };
    const plan = { imbalance, difficulty, learningRate, steps, rows: ["dice"], seeds: [1], shares: [0.9] };
    const geometry = geometryOf(report, shapes);
    const [names, values] = asCsv([plan], [line], geometry)
      .split("\n")
      .map((row) => row.split(","));
    const cells = Object.fromEntries(names!.map((name, k) => [name, values![k]]));
    expect(cells).toMatchObject({
      version: "1",
      imbalance: "geometry",
      steps: "200",
      seed: "1",
      geometry: "own mask",
      "mask-width": "1200",
      "frame-left": "0",
      "frame-width": "960",
      values: "7 3",
    });
    const json = JSON.parse(asJson([plan], [line], geometry));
    expect(json).toMatchObject({ version: 1, plans: [plan], geometry });
    expect(json.lines).toHaveLength(1);
    expect(values).toHaveLength(names!.length);
  });
});

describe("shrunk", () => {
  it("shrunk() keeps a stroke of one pixel that the block is wider than", () => {
    const small = shrunk(image, [1, 0], 300);
    expect([small.width, small.height]).toEqual([300, 10]);
    const column = Array.from({ length: 10 }, (_, y) => small.labels[y * 300 + 150]);
    expect(column).toEqual(Array(10).fill(1));
    expect(small.labels[0]).toBe(2);
  });
});

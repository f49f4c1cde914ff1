import * as Plot from "@observablehq/plot";
import { apart } from "./ends.ts";
import { type Described, drawn, type Sheet } from "./svg.ts";

/** One line of the lab as a dot with its seeds: mean, standard deviation, and every seed as a tick. */
export interface DotRow {
  readonly label: string;
  readonly values: readonly number[];
  readonly mean: number;
  readonly sd: number;
}

export interface DotsData extends Described {
  readonly axis: string;
  readonly rows: readonly DotRow[];
}

export function labDots(sheet: Sheet, data: DotsData): SVGSVGElement {
  const narrow = sheet.width < 500;
  const placed = data.rows.map((row, k) => ({ ...row, y: k }));
  const seeds = placed.flatMap((row) => row.values.map((value) => ({ value, y: row.y })));
  const shown = placed.filter((row) => !Number.isNaN(row.mean));
  return drawn(sheet, data, {
    height: data.rows.length * (narrow ? 40 : 26) + 56,
    marginLeft: narrow ? 10 : 220,
    marginRight: 44,
    marginTop: narrow ? 20 : 8,
    marginBottom: 40,
    x: { domain: [0, 1], grid: true, label: data.axis, labelAnchor: "right", labelArrow: "none", ticks: 5 },
    y: { axis: null, domain: [-0.6, data.rows.length - 0.4], reverse: true },
    marks: [
      Plot.ruleY(placed, { y: "y", stroke: "var(--rule)" }),
      Plot.ruleX(seeds, {
        x: "value",
        y1: (seed: { y: number }) => seed.y - 0.2,
        y2: (seed: { y: number }) => seed.y + 0.2,
        stroke: "var(--edge)",
      }),
      Plot.ruleY(shown, {
        y: "y",
        x1: (row: DotRow) => Math.max(0, row.mean - (row.sd || 0)),
        x2: (row: DotRow) => Math.min(1, row.mean + (row.sd || 0)),
        stroke: "var(--simulated-edge)",
        strokeWidth: 3,
      }),
      Plot.dot(shown, {
        x: "mean",
        y: "y",
        r: 4.5,
        fill: "var(--ink)",
      }),
      Plot.text(shown, {
        x: 1,
        y: "y",
        text: (row: DotRow) => row.mean.toFixed(2),
        textAnchor: "end",
        dx: 40,
        fill: "var(--ink)",
      }),
      Plot.text(placed, {
        x: 0,
        y: "y",
        text: "label",
        textAnchor: narrow ? "start" : "end",
        dx: narrow ? -8 : -10,
        dy: narrow ? -14 : 0,
        fill: "var(--ink)",
        ...(narrow && { stroke: "var(--ground)", strokeWidth: 4 }),
      }),
    ],
  });
}

export interface Series {
  readonly id: string;
  readonly label: string;
  /** The name where there is no room for the label. */
  readonly short: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Drawn strongly and labelled; the others stand behind. */
  readonly strong: boolean;
  readonly ink: string;
  readonly dash?: string;
}

export interface SeriesData extends Described {
  readonly series: readonly Series[];
  readonly xAxis: string;
  readonly yAxis: string;
  /** The values of x in their order; equal steps. Left out, x is a plain scale. */
  readonly steps?: readonly { readonly x: number; readonly label: string }[];
  /** The reader's own place on x. */
  readonly at?: number;
  readonly xDomain?: readonly [number, number];
  /** The upper end of y; 1 where left out. */
  readonly top?: number;
}

/** Lines with their names at their ends, spread so that none covers another. */
export function labSeries(sheet: Sheet, data: SeriesData): SVGSVGElement {
  const { series, steps, xAxis, yAxis, top = 1 } = data;
  const narrow = sheet.width < 500;
  const at = (x: number) => (steps ? steps.findIndex((step) => step.x === x) : x);
  const last = steps ? steps.length - 1 : (data.xDomain?.[1] ?? 1);
  const points = series.flatMap((line) =>
    line.points.filter(({ y }) => !Number.isNaN(y)).map(({ x, y }) => ({ ...line, x: at(x), y })),
  );
  const height = narrow ? 300 : 340;
  const ends = apart(
    series
      .filter(({ strong, points: own }) => strong && own.length > 0)
      .map((line) => ({ ...line, y: line.points.at(-1)!.y, x: at(line.points.at(-1)!.x) })),
    (narrow ? 0.055 : 0.05) * top,
    top,
  );
  return drawn(sheet, data, {
    height,
    marginLeft: 34,
    // The names at the ends set how much room they need; seven pixels hold a letter.
    marginRight: narrow ? 110 : 14 + 7 * Math.max(0, ...ends.map(({ label }) => label.length)),
    marginTop: 26,
    marginBottom: 42,
    x: {
      domain: steps ? [0, last] : (data.xDomain ?? [0, 1]),
      label: xAxis,
      labelAnchor: "left",
      labelArrow: "none",
      ...(steps && { ticks: steps.map((_, k) => k), tickFormat: (k: number) => steps[k]?.label ?? "" }),
    },
    y: { domain: [0, top], grid: true, label: yAxis, labelArrow: "none", ticks: 5 },
    marks: [
      ...(data.at === undefined
        ? []
        : [Plot.ruleX([at(data.at)], { stroke: "var(--edge)", strokeDasharray: "2 3" })]),
      Plot.line(
        points.filter(({ strong }) => !strong),
        { x: "x", y: "y", z: "id", stroke: "var(--rule)", strokeWidth: 1.5 },
      ),
      ...series
        .filter(({ strong }) => strong)
        .map((line) =>
          Plot.line(
            points.filter(({ id }) => id === line.id),
            {
              x: "x",
              y: "y",
              stroke: line.ink,
              strokeWidth: 2,
              ...(line.dash && { strokeDasharray: line.dash }),
            },
          ),
        ),
      Plot.text(ends, {
        x: () => last,
        y: "place",
        text: narrow ? "short" : "label",
        textAnchor: "start",
        dx: 8,
        fill: "ink",
      }),
    ],
  });
}

import * as Plot from "@observablehq/plot";
import { apart } from "./ends.ts";
import { type Described, drawn, type Sheet } from "./svg.ts";

/** One study's sweep over a setting, as its table prints it: a point for each printed setting, nothing in between. */
export interface Sweep extends Described {
  /** The settings in the order of the table, as printed. */
  readonly settings: readonly string[];
  readonly axis: string;
  readonly unit: string;
  readonly series: readonly {
    readonly label: string;
    readonly values: readonly number[];
    readonly ink: string;
  }[];
  /** The setting that the finding is about. */
  readonly best: number;
}

/** Points on even steps, because the settings are a list and no scale; the thin line only leads the eye. */
export function sweepChart(sheet: Sheet, data: Sweep): SVGSVGElement {
  const { settings, axis, unit, series, best } = data;
  const narrow = sheet.width < 500;
  const height = Math.round(Math.min(360, sheet.width * 0.86));
  // On a phone two statements about the axis take two lines.
  const words = narrow ? axis.replace("; ", ";\n") : axis;
  const margins = {
    marginLeft: 40,
    marginRight: 96,
    marginTop: 30,
    marginBottom: words.includes("\n") ? 62 : 48,
  };
  const values = series.flatMap((one) => one.values);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = [1, 2, 5, 10, 20].find((size) => (high - low) / size <= 6) ?? 20;
  const floor = Math.floor(low / step) * step;
  const ticks = Array.from({ length: Math.floor((high - floor) / step) + 1 }, (_, k) => floor + k * step);
  const perPixel = (high - floor || 1) / (height - margins.marginTop - margins.marginBottom);
  // A phone has no room for the zero before the point.
  const named = settings.map((setting) => (narrow ? setting.replace(/^0\./, ".") : setting));
  const points = series.flatMap((one) =>
    one.values.map((value, at) => ({ label: one.label, ink: one.ink, value, at })),
  );
  const ends = apart(
    series.map((one) => ({ ...one, y: one.values.at(-1)! })),
    15 * perPixel,
    high,
  );
  const svg = drawn(sheet, data, {
    height,
    ...margins,
    x: { type: "point", domain: settings.map((_, k) => k), padding: 0.35, axis: null },
    y: { domain: [floor, high], axis: null },
    marks: [
      Plot.ruleX([best], { stroke: "var(--raised)", strokeWidth: 28, insetTop: -8, insetBottom: -8 }),
      Plot.ruleY(ticks, { className: "grid" }),
      Plot.axisY(ticks, { label: null, tickSize: 0, tickPadding: 6, tickFormat: String }),
      Plot.axisX({ label: null, tickSize: 0, tickPadding: 10, tickFormat: (k: number) => named[k] ?? "" }),
      Plot.text([unit], { ...corner, frameAnchor: "top-left", dx: -40, dy: -26 }),
      Plot.text([words], {
        ...corner,
        frameAnchor: "bottom-left",
        dx: narrow ? -40 : 0,
        dy: 32,
        lineAnchor: "top",
      }),
      ...ends.flatMap(({ label, ink, place }) => {
        const own = points.filter((point) => point.label === label);
        return [
          Plot.lineY(own, { x: "at", y: "value", className: `thread ${ink}` }),
          Plot.dot(own, { x: "at", y: "value", r: 3.5, className: `point ${ink}` }),
          Plot.text([label], {
            y: () => place,
            frameAnchor: "right",
            textAnchor: "start",
            dx: 2,
            text: (name: string) => name,
            className: `series ${ink}`,
          }),
        ];
      }),
    ],
  });
  svg.classList.add("sweep");
  return svg;
}

const corner = { textAnchor: "start", text: (words: string) => words, className: "faint" } as const;

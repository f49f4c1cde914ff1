import { type Described, element, type Sheet } from "./svg.ts";

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
export function sweepChart({ document, width }: Sheet, data: Sweep): SVGSVGElement {
  const { settings, axis, unit, series, best, label, description } = data;
  const height = Math.round(Math.min(360, width * 0.86));
  const frame = { left: 40, right: width - 96, top: 30, bottom: height - 48 };
  const values = series.flatMap((one) => one.values);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = [1, 2, 5, 10, 20].find((size) => (high - low) / size <= 6) ?? 20;
  const floor = Math.floor(low / step) * step;
  const narrow = width < 500;
  // A phone has no room for the zero before the point.
  const named = settings.map((setting) => (narrow ? setting.replace(/^0\./, ".") : setting));
  const x = (k: number) => frame.left + 12 + (k * (frame.right - frame.left - 24)) / (settings.length - 1);
  const y = (v: number) => frame.bottom - ((v - floor) / (high - floor || 1)) * (frame.bottom - frame.top);
  const ticks = Array.from({ length: Math.floor((high - floor) / step) + 1 }, (_, k) => floor + k * step);
  const ends = spread(
    series.map((one) => y(one.values.at(-1)!)),
    15,
  );
  return element(
    document,
    "svg",
    {
      class: "chart sweep",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": label,
      "aria-description": description,
    },
    element(document, "rect", {
      x: x(best) - 14,
      y: frame.top - 8,
      width: 28,
      height: frame.bottom - frame.top + 16,
      rx: 2,
      class: "cell",
    }),
    ...ticks.flatMap((tick) => [
      element(document, "path", { d: `M${frame.left} ${y(tick).toFixed(1)}H${frame.right}`, class: "grid" }),
      element(
        document,
        "text",
        { x: frame.left - 6, y: (y(tick) + 4).toFixed(1), "text-anchor": "end" },
        `${tick}`,
      ),
    ]),
    element(document, "text", { x: 0, y: 14, class: "faint" }, unit),
    ...named.map((setting, k) =>
      element(
        document,
        "text",
        { x: x(k).toFixed(1), y: frame.bottom + 20, "text-anchor": "middle" },
        setting,
      ),
    ),
    element(
      document,
      "text",
      {
        x: narrow ? 0 : frame.left,
        y: frame.bottom + 40,
        class: "faint",
      },
      axis,
    ),
    ...series.flatMap(({ label: name, values: own, ink }, s) => [
      element(document, "path", {
        d: own.map((v, k) => `${k === 0 ? "M" : "L"}${x(k).toFixed(1)} ${y(v).toFixed(1)}`).join(""),
        class: `thread ${ink}`,
      }),
      ...own.map((v, k) =>
        element(document, "circle", {
          cx: x(k).toFixed(1),
          cy: y(v).toFixed(1),
          r: 3.5,
          class: `point ${ink}`,
        }),
      ),
      element(
        document,
        "text",
        { x: frame.right + 2, y: (ends[s]! + 4).toFixed(1), class: `series ${ink}` },
        name,
      ),
    ]),
  ) as SVGSVGElement;
}

/** Heights moved apart to at least `gap`, keeping their order. */
export function spread(heights: readonly number[], gap: number): number[] {
  const order = heights.map((y, k) => ({ y, k })).toSorted((a, b) => a.y - b.y);
  for (let pass = 0; pass < 40; pass++) {
    for (let k = 1; k < order.length; k++) {
      const [above, below] = [order[k - 1]!, order[k]!];
      const lack = gap - (below.y - above.y);
      if (lack <= 0) continue;
      above.y -= lack / 2;
      below.y += lack / 2;
    }
  }
  return order.toSorted((a, b) => a.k - b.k).map(({ y }) => y);
}

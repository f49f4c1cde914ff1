import * as Plot from "@observablehq/plot";
import { type Described, drawn, type Sheet } from "./svg.ts";

/** One study, many losses, several tasks: a panel for each task with its own scale, all in the study's own order. */
export interface Tasks extends Described {
  readonly tasks: readonly string[];
  /** What is scored. */
  readonly axis: string;
  readonly rows: readonly {
    readonly label: string;
    /** One of the losses of this site, by what it scores; others are hollow. */
    readonly ink: "per-pixel" | "overlap" | "metric" | undefined;
    readonly values: readonly number[];
    readonly texts: readonly string[];
  }[];
}

const lane = 18;
const names = 94;

/**
 * Panels are facets. A facet of Plot shares its scales with the others, so each score is first put on its own task's
 * scale, 0 to 1 between that task's two printed ends.
 */
export function taskPanels(sheet: Sheet, data: Tasks): SVGSVGElement {
  const { tasks, rows } = data;
  const across = sheet.width < 500 ? 2 : tasks.length;
  const down = Math.ceil(tasks.length / across);
  const places = tasks.map((task, t) => ({ task, fx: t % across, fy: Math.floor(t / across) }));
  const points = places.flatMap((place, t) => {
    const scale = scaleOf(rows.map(({ values }) => values[t]!));
    const best = Math.max(...rows.map(({ values }) => values[t]!));
    return rows.map(({ ink = "hollow", values, texts }, row) => ({
      ...{ ...place, row, ink, text: texts[t]!, best: values[t] === best, off: values[t]! < scale.low },
      at: (values[t]! - scale.low) / (scale.high - scale.low),
    }));
  });
  const ends = places.flatMap((place, t) => {
    const { low, high } = scaleOf(rows.map(({ values }) => values[t]!));
    return [low, high].map((value, at) => ({ ...place, at, text: value.toFixed(2) }));
  });
  const labels = rows.flatMap(({ label, ink }, row) =>
    Array.from({ length: down }, (_, fy) => ({ label, row, fx: 0, fy, ink })),
  );
  const inks = [...new Set(points.map(({ ink }) => ink))];
  const panel = { fx: "fx", fy: "fy", x: "at", y: "row" } as const;
  const svg = drawn(sheet, data, {
    height: down * (rows.length * lane + 56),
    marginLeft: names + 14,
    marginRight: across < tasks.length ? 56 : 46,
    marginTop: 26,
    marginBottom: 30,
    fx: {
      domain: Array.from({ length: across }, (_, k) => k),
      axis: null,
      padding: 60 / (sheet.width / across),
    },
    fy: { domain: Array.from({ length: down }, (_, k) => k), axis: null, padding: down > 1 ? 0.13 : 0 },
    x: { domain: [0, 1], axis: null },
    y: { domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
    marks: [
      Plot.ruleX(ends, { fx: "fx", fy: "fy", x: "at", className: "grid" }),
      Plot.text(ends, {
        ...{ fx: "fx", fy: "fy", x: "at", text: "text", frameAnchor: "bottom", dy: 15, className: "faint" },
      }),
      Plot.text(
        places.filter(({ fx }) => fx === 0),
        {
          ...{ fx: "fx", fy: "fy", text: () => data.axis, frameAnchor: "bottom-left", textAnchor: "start" },
          ...{ dx: -names - 14, dy: 15, className: "faint" },
        },
      ),
      Plot.text(places, {
        ...{ fx: "fx", fy: "fy", text: "task", frameAnchor: "top-left", textAnchor: "start" },
        ...{ dx: -6, dy: -18, className: "axis-word" },
      }),
      ...[true, false].map((own) =>
        Plot.text(
          labels.filter(({ ink }) => (ink !== undefined) === own),
          {
            ...{ fx: "fx", fy: "fy", y: "row", text: "label", frameAnchor: "left", textAnchor: "start" },
            ...{ dx: -names - 14, ...(own && { className: "axis-word" }) },
          },
        ),
      ),
      ...inks.flatMap((ink) => {
        const own = points.filter((point) => point.ink === ink);
        return [
          Plot.dot(
            own.filter(({ off }) => !off),
            { ...panel, r: 4, className: `point ${ink}` },
          ),
          Plot.dot(
            own.filter(({ off }) => off),
            {
              ...panel,
              x: () => 0,
              dx: -8,
              r: 3.5,
              symbol: "triangle",
              rotate: -90,
              className: `point ${ink}`,
            },
          ),
        ];
      }),
      Plot.text(
        points.filter(({ best }) => best),
        {
          ...panel,
          text: "text",
          textAnchor: "start",
          dx: 8,
          className: "digits",
          fill: "currentColor",
          stroke: "var(--ground)",
        },
      ),
      Plot.text(
        points.filter(({ off }) => off),
        { ...panel, x: () => 0, text: "text", textAnchor: "start", dx: 1, className: "faint" },
      ),
    ],
  });
  svg.classList.add("tasks");
  return svg;
}

/** From the lower quartile less twice the middle half, so that one failure does not press all others together. */
function scaleOf(values: readonly number[]): { low: number; high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const quartile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  const bound = quartile(0.25) - 2 * (quartile(0.75) - quartile(0.25));
  const kept = sorted.filter((value) => value >= bound);
  return { low: Math.floor(kept[0]! * 20) / 20, high: Math.ceil(kept.at(-1)! * 20) / 20 };
}

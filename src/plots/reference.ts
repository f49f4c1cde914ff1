import * as Plot from "@observablehq/plot";
import type { Reading } from "./reading.ts";
import { type Described, drawn, type Sheet } from "./svg.ts";

export interface Bar {
  readonly label: string;
  /** The class whose ink it has, or an average. */
  readonly ink: "background" | "curve-1" | "curve-2" | "average";
  readonly model: Reading;
  /** The predictor that answers background everywhere. */
  readonly rival: Reading;
  /** Not what the reader judges by. */
  readonly aside: boolean;
}

export interface BarsData extends Described {
  readonly bars: readonly Bar[];
  /** What the horizontal axis measures, in words. */
  readonly axis: string;
  readonly model: string;
  /** Left out where it is not to be drawn. */
  readonly rival?: string;
}

/** Measured bars are solid ink with digits; derived ones (averages, the rival) are outlined. */
export function referenceBars(sheet: Sheet, data: BarsData): SVGSVGElement {
  const { bars, axis, model, rival } = data;
  const narrow = sheet.width < 500;
  const lane = narrow ? 54 : 46;
  const gap = 22;
  const averages = bars.findIndex(({ ink }) => ink === "average");
  const named = narrow && rival ? 18 : 0;
  const top = (k: number) => k * lane + (k > 0 ? named : 0) + (averages >= 0 && k >= averages ? gap : 0);
  const height = top(bars.length - 1) + lane + 46;
  const left = narrow ? 2 : 142;
  const head = narrow ? 19 : 8;
  const thick = 13;
  const placed = bars.map((bar, k) => ({ ...bar, y: top(k) + head }));
  const common = { clip: false } as const;
  const rows = (which: readonly (typeof placed)[number][], aside: boolean) => {
    const seen = which.filter((bar) => bar.aside === aside);
    const className = aside ? "aside" : "judged";
    const solid = seen.filter(({ ink }) => ink !== "average");
    const derived = seen.filter(({ ink }) => ink === "average");
    return [
      ...solid.map((bar) =>
        Plot.rect([bar], {
          x1: 0,
          x2: bar.model.value,
          y1: bar.y,
          y2: bar.y + thick,
          fill: `var(--${bar.ink})`,
          className,
        }),
      ),
      Plot.rect(derived, {
        x1: 0,
        x2: (bar) => bar.model.value,
        y1: "y",
        y2: (bar) => bar.y + thick,
        fill: "none",
        stroke: "var(--ink)",
        strokeWidth: 1.5,
        insetLeft: 0.75,
        className,
      }),
      Plot.text(seen, {
        x: (bar) => bar.model.value,
        y: (bar) => bar.y + thick / 2,
        dx: 6,
        textAnchor: "start",
        text: (bar) => bar.model.text,
        className: `${className} digits`,
      }),
      Plot.text(seen, {
        x: 0,
        y: (bar) => (narrow ? bar.y - 10 : bar.y + thick / 2 + (rival ? 7 : 0)),
        dx: narrow ? 0 : -12,
        textAnchor: narrow ? "start" : "end",
        text: "label",
        className: `${className} word`,
      }),
      ...(rival
        ? [
            Plot.rect(seen, {
              x1: 0,
              x2: (bar) => Math.max(bar.rival.value, 0.001),
              y1: (bar) => bar.y + thick + 4,
              y2: (bar) => bar.y + thick + 11,
              fill: "none",
              stroke: "var(--muted)",
              strokeWidth: 1.25,
              className,
            }),
            Plot.text(seen, {
              x: (bar) => bar.rival.value,
              y: (bar) => bar.y + thick + 8,
              dx: 6,
              textAnchor: "start",
              text: (bar) => bar.rival.text,
              className: `${className} digits small`,
            }),
          ]
        : []),
    ];
  };
  const first = placed[0]!;
  return drawn(sheet, data, {
    height,
    marginLeft: left,
    marginRight: narrow ? 46 : 182,
    marginTop: 0,
    marginBottom: 40,
    x: { domain: [0, 1], axis: null },
    y: { domain: [height - 40, 0], axis: null },
    marks: [
      Plot.ruleX([0, 0.25, 0.5, 0.75, 1], { className: "grid", ...common }),
      Plot.axisX([0, 0.25, 0.5, 0.75, 1], {
        anchor: "bottom",
        label: null,
        tickSize: 0,
        tickFormat: (v: number) => String(v),
      }),
      Plot.text([axis], {
        frameAnchor: "bottom-left",
        dy: 34,
        text: (d) => d,
        textAnchor: "start",
        className: "faint",
      }),
      ...rows(placed, true),
      ...rows(placed, false),
      // Each series is named at the end of its first bar, or beside it where a phone has no room.
      Plot.text([first], {
        x: narrow ? 0 : first.model.value,
        y: first.y + thick / 2,
        dx: narrow ? 6 : 46,
        textAnchor: "start",
        text: () => model,
        className: narrow ? "on-ink" : "series",
      }),
      Plot.text(rival === undefined ? [] : [first], {
        x: narrow ? 0 : first.rival.value,
        y: first.y + thick + (narrow ? 21 : 8),
        dx: narrow ? 0 : 46,
        textAnchor: "start",
        text: () => rival ?? "",
        className: "series faint",
      }),
    ],
  });
}

export interface Errors extends Described {
  readonly errors: readonly { readonly label: string; readonly reading: Reading }[];
  /** What the second says against the first, in words. */
  readonly difference: string;
}

/** Two measured errors, one under the other; shorter is better. */
export function errorBars(sheet: Sheet, data: Errors): SVGSVGElement {
  const largest = Math.max(...data.errors.map(({ reading }) => reading.value));
  const lane = 44;
  const placed = data.errors.map((error, k) => ({ ...error, y: k * lane + 20 }));
  const last = placed.at(-1)!;
  const height = data.errors.length * lane + 30;
  return drawn(sheet, data, {
    height,
    marginLeft: 2,
    marginRight: 70,
    marginTop: 0,
    marginBottom: 0,
    x: { domain: [0, largest * 1.02], axis: null },
    y: { domain: [height, 0], axis: null },
    marks: [
      Plot.rect(placed, {
        x1: 0,
        x2: (d) => d.reading.value,
        y1: "y",
        y2: (d) => d.y + 13,
        fill: "var(--curve-1)",
      }),
      Plot.text(placed, { x: 0, y: (d) => d.y - 9, textAnchor: "start", text: "label", className: "word" }),
      Plot.text(placed, {
        x: (d) => d.reading.value,
        y: (d) => d.y + 6.5,
        dx: 6,
        textAnchor: "start",
        text: (d) => d.reading.text,
        className: "digits",
      }),
      Plot.text([last], {
        x: 0,
        y: last.y + 28,
        textAnchor: "start",
        text: () => data.difference,
        className: "faint",
      }),
    ],
  });
}

import * as Plot from "@observablehq/plot";
import { apart, linesOf } from "./ends.ts";
import { type Described, drawn, type Sheet } from "./svg.ts";

export interface Line {
  readonly label: string;
  readonly points: readonly (readonly [number, number])[];
  readonly ink?: string;
  readonly dash?: string;
}

/** Curves over one axis, with the reader's own place marked, or bars where the axis has no numbers. */
export interface AnswerData extends Described {
  readonly x: string;
  readonly y: string;
  readonly lines?: readonly Line[];
  readonly at?: number;
  /** x in equal factors. */
  readonly log?: boolean;
  readonly top?: number;
  readonly bars?: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** What cannot be told by the bar's length. */
  readonly note?: string;
}

const inks = ["var(--overlap)", "var(--per-pixel)", "var(--metric)", "var(--tunable)"];
const dashes = ["", "6 3", "2 3", "10 2 2 2"];

export function answerChart(sheet: Sheet, data: AnswerData): SVGSVGElement {
  return data.bars ? bars(sheet, data, data.bars) : curves(sheet, data, data.lines ?? []);
}

function curves(sheet: Sheet, data: AnswerData, lines: readonly Line[]): SVGSVGElement {
  const narrow = sheet.width < 500;
  const shown = lines.map((line, k) => ({
    ...line,
    ink: line.ink ?? inks[k % 4]!,
    dash: line.dash ?? dashes[k % 4]!,
    points: below(
      data.top ?? Number.POSITIVE_INFINITY,
      line.points.filter(([, y]) => Number.isFinite(y)),
    ),
  }));
  const seen = ([, y]: readonly [number, number]) => !Number.isNaN(y);
  const all = shown.flatMap(({ points }) => points.filter(seen));
  const top = data.top ?? Math.max(...all.map(([, y]) => y), 0);
  const low = Math.min(...all.map(([, y]) => y), 0);
  // A name beside a curve breaks into lines of so many ems, of so many letters.
  const room = narrow ? { ems: 7, letters: 14 } : { ems: 12, letters: 24 };
  const ends = apart(
    shown
      .filter(({ points }) => points.some(seen))
      .map((line) => ({
        ...line,
        y: line.points.findLast(seen)![1],
        lines: linesOf(line.label, room.letters),
      })),
    (top - low) * (narrow ? 0.075 : 0.065),
    top,
  );
  const right = Math.max(...shown.flatMap(({ points }) => points.map(([x]) => x)));
  return drawn(sheet, data, {
    height: narrow ? 260 : 300,
    marginLeft: 46,
    marginRight: narrow ? 112 : 170,
    marginTop: 28,
    marginBottom: 42,
    x: {
      label: data.x,
      labelAnchor: "left",
      labelArrow: "none",
      type: data.log ? "log" : "linear",
      ticks: 5,
    },
    y: { label: data.y, labelArrow: "none", domain: [low, top || 1], grid: true, ticks: 5, clamp: true },
    marks: [
      ...(data.at === undefined
        ? []
        : [Plot.ruleX([data.at], { stroke: "var(--edge)", strokeDasharray: "2 3" })]),
      ...shown.map(({ points, ink, dash }) =>
        Plot.line(points, {
          x: "0",
          y: "1",
          stroke: ink,
          strokeWidth: 2,
          ...(dash && { strokeDasharray: dash }),
        }),
      ),
      Plot.text(ends, {
        x: () => right,
        y: "place",
        text: "label",
        textAnchor: "start",
        dx: 8,
        fill: "ink",
        lineWidth: room.ems,
      }),
    ],
  });
}

/** A curve where it stays below the top: one that leaves the picture ends at its edge, and does not run along it. */
function below(top: number, points: Line["points"]): Line["points"] {
  return points.flatMap(([x, y], k) => {
    const here: Line["points"] = [[x, y <= top ? y : Number.NaN]];
    const before = points[k - 1];
    if (!before || before[1] <= top === y <= top) return here;
    const part = (top - before[1]) / (y - before[1]);
    const edge: Line["points"] = [[before[0] + part * (x - before[0]), top]];
    return [...edge, ...here];
  });
}

function bars(sheet: Sheet, data: AnswerData, list: readonly Bar[]): SVGSVGElement {
  const narrow = sheet.width < 500;
  const rows = list.map((bar, k) => ({
    ...bar,
    at: k,
    words: bar.note ? `${bar.label}: ${bar.note}` : bar.label,
  }));
  const noted = !narrow && list.some(({ note }) => note);
  const finite = rows.filter(({ value }) => Number.isFinite(value));
  const low = Math.min(0, ...finite.map(({ value }) => value));
  const high = Math.max(data.top ?? 0, ...finite.map(({ value }) => value), low + 1e-9);
  return drawn(sheet, data, {
    height: rows.length * (narrow ? 44 : noted ? 38 : 30) + 50,
    marginLeft: narrow ? 12 : 230,
    marginRight: 64,
    marginTop: narrow ? 20 : 8,
    marginBottom: 38,
    x: {
      domain: [low, high],
      label: data.x,
      labelAnchor: narrow ? "left" : "right",
      labelArrow: "none",
      grid: true,
      ticks: 5,
    },
    y: { axis: null, domain: [-0.6, rows.length - 0.4], reverse: true },
    marks: [
      Plot.rect(finite, {
        x1: 0,
        x2: "value",
        y1: (bar: { at: number }) => bar.at - (narrow ? 0.16 : 0.22),
        y2: (bar: { at: number }) => bar.at + (narrow ? 0.16 : 0.22),
        fill: "var(--overlap)",
      }),
      Plot.ruleX([0], { stroke: "var(--edge)" }),
      Plot.text(rows, {
        x: () => high,
        y: "at",
        text: (bar: { value: number }) => short(bar.value),
        textAnchor: "start",
        dx: 8,
        fill: "var(--ink)",
      }),
      Plot.text(rows, {
        x: () => low,
        y: "at",
        text: narrow ? "words" : "label",
        textAnchor: narrow ? "start" : "end",
        // Above its bar, clear of the rule at zero.
        dx: narrow ? 5 : -10,
        dy: narrow ? -17 : noted ? -8 : 0,
        fill: "var(--ink)",
      }),
      ...(noted
        ? [
            Plot.text(rows, {
              x: () => low,
              y: "at",
              text: "note",
              textAnchor: "end",
              dx: -10,
              dy: 8,
              fill: "var(--muted)",
            }),
          ]
        : []),
    ],
  });
}

/** A number as a figure prints it: four digits that count, a true minus, words for what is no number. */
export function short(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "infinite" : "−infinite";
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 1e-3 || size >= 1e6)
      ? value.toExponential(2)
      : String(Number(value.toPrecision(4)));
  return text.replaceAll("-", "−");
}

import * as Plot from "@observablehq/plot";
import type { Reading } from "./reading.ts";
import { drawn, element, hatch, type Sheet } from "./svg.ts";

/** A drawn shape, from content/figures/arena.yaml: heights are places in a drawing, not scores. */
export interface Band {
  readonly id: string;
  readonly title: string;
  /** 1 lies highest. */
  readonly rank: number;
  /** Height at the mild end, at the extreme end, and the background share at which half of the fall is done. */
  readonly start: number;
  readonly end: number;
  readonly bend: number;
  /** Half the band's height at the extreme end; it tells how many families share it. */
  readonly spread: number;
}

export interface ArenaData {
  readonly bands: readonly Band[];
  /** Lowest and highest background share that are drawn. */
  readonly low: number;
  readonly high: number;
  /** The background share of the reference task, and what was measured there. */
  readonly anchor: Reading;
  readonly anchors: readonly { readonly label: string; readonly ink: string; readonly reading: Reading }[];
  /** Where the reader stands. */
  readonly share: number;
}

const logit = (share: number) => Math.log(share / (1 - share));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Half the height of every band at the mild end, where the families are one. */
const thinnest = 1 / 40;

/** Lower and upper edge of a band at a background share. At the mild end all bands are one. */
export function edges({ start, end, bend, spread }: Band, share: number, { low, high }: ArenaData) {
  const at = (s: number) => sigmoid(1.4 * (logit(s) - logit(bend)));
  const done = (at(share) - at(low)) / (at(high) - at(low));
  const middle = start + (end - start) * done;
  const half = thinnest + (spread - thinnest) * done;
  return { lower: middle - half, upper: middle + half };
}

/** Background shares on the axis; the measured one is written at the ruler. */
const ticksOf = (narrow: boolean) => (narrow ? [0.5, 0.9, 0.99] : [0.5, 0.75, 0.9, 0.95, 0.99, 0.995]);
const percent = (share: number) => String(Number((share * 100).toFixed(1)));

/** Drawn shapes, dashed and hatched and without digits; on them a solid ruler with what was measured. */
export function arenaChart(sheet: Sheet, data: ArenaData): SVGSVGElement {
  const { bands, low, high, anchor, anchors, share } = data;
  const narrow = sheet.width < 500;
  const steps = Array.from({ length: 61 }, (_, k) =>
    sigmoid(logit(low) + ((logit(high) - logit(low)) * k) / 60),
  );
  const inks = ["tunable", "overlap", "per-pixel"];
  const shapes = bands.map((band, k) => ({
    band,
    ink: inks[k % inks.length]!,
    line: steps.map((s) => ({ s: logit(s), ...edges(band, s, data) })),
    at: edges(band, high, data),
  }));
  return drawn(
    sheet,
    {
      label: "Reported response of the families as the background grows, drawn; measured anchors on top",
      description:
        `Illustrative shapes without a scale. From top to bottom at the extreme end: ` +
        `${bands.map(({ title }) => title).join("; ")}. Measured at ${percent(anchor.value)} percent background: ` +
        `${anchors.map(({ label, reading }) => `${label} ${reading.text}`).join(", ")}.`,
    },
    {
      height: narrow ? 380 : 400,
      marginLeft: narrow ? 24 : 30,
      marginRight: narrow ? 116 : 150,
      marginTop: 30,
      marginBottom: 48,
      x: { domain: [logit(low), logit(high)], axis: null },
      y: { domain: [0, 1], axis: null },
      marks: [
        (_i, _s, _v, _d, { document }) =>
          element(
            document,
            "g",
            {},
            ...shapes.map(({ ink }) => hatch(document, `${sheet.prefix}-${ink}`, `hatch-${ink}`)),
          ),
        Plot.ruleY([0], { stroke: "var(--edge)" }),
        Plot.ruleX([logit(share)], { className: "here" }),
        Plot.axisX(ticksOf(narrow).map(logit), {
          label: null,
          tickSize: 4,
          tickFormat: (_, k) => percent(ticksOf(narrow)[k]!),
        }),
        Plot.text(["background share, percent"], {
          frameAnchor: "bottom",
          dy: 42,
          text: (d) => d,
          className: "faint",
        }),
        Plot.text(["keeps the thin class"], {
          frameAnchor: "top-left",
          dx: narrow ? -14 : -18,
          dy: 2,
          rotate: -90,
          lineAnchor: "middle",
          textAnchor: "end",
          text: (d) => d,
          className: "faint",
        }),
        Plot.text(["loses it"], {
          frameAnchor: "bottom-left",
          dx: narrow ? -14 : -18,
          rotate: -90,
          lineAnchor: "middle",
          textAnchor: "start",
          text: (d) => d,
          className: "faint",
        }),
        ...shapes.flatMap(({ line, ink }) => [
          Plot.areaY(line, {
            x: "s",
            y1: "lower",
            y2: "upper",
            fill: `url(#${sheet.prefix}-${ink})`,
          }),
          ...(["lower", "upper"] as const).map((edge) =>
            Plot.lineY(line, {
              x: "s",
              y: edge,
              stroke: `var(--${ink})`,
              strokeWidth: 1.25,
              strokeDasharray: "5 4",
            }),
          ),
        ]),
        Plot.text(shapes, {
          x: logit(high),
          y: (shape) => (shape.at.lower + shape.at.upper) / 2,
          dx: narrow ? 6 : 10,
          textAnchor: "start",
          lineHeight: 1.2,
          ...(narrow && { lineWidth: 8.2 }),
          text: ({ band: { title } }) => (narrow ? title : title.replaceAll(", ", ",\n")),
          className: "family",
        }),
        ...ruler(data),
      ],
    },
  );
}

/** The measured scale: solid, with digits, standing on the drawing at the share where it was measured. */
function ruler({ anchor, anchors }: ArenaData): Plot.Markish[] {
  const x = logit(anchor.value);
  const side = { x, dx: -12, textAnchor: "end" } as const;
  return [
    Plot.link([0], { x1: x, x2: x, y1: 0, y2: 1, className: "ruler-ground" }),
    Plot.link([0], { x1: x, x2: x, y1: 0, y2: 1, className: "ruler" }),
    Plot.dot(anchors, {
      x,
      y: (d) => d.reading.value,
      r: 5.5,
      fill: (d) => `var(--${d.ink})`,
      stroke: "var(--ground)",
      strokeWidth: 1.5,
    }),
    Plot.text(anchors, {
      ...side,
      y: (d) => d.reading.value,
      text: (d) => d.reading.text,
      className: "digits on-drawing",
    }),
    Plot.text(anchors, {
      ...side,
      dx: -53,
      y: (d) => d.reading.value,
      text: "label",
      className: "word on-drawing",
    }),
    Plot.text([0], {
      x,
      y: 1,
      dy: -14,
      text: () => `measured at ${percent(anchor.value)} percent: IoU`,
      className: "word",
    }),
  ];
}

/** A sample of 200 pixels at a background share: what the percentage looks like. */
export function sampleOf(sheet: Sheet, share: number): SVGElement {
  const columns = 20;
  const side = 9;
  const filled = Math.round((1 - share) * 200);
  const cells = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, k) => {
      const n = from + k;
      // Curve pixels stand as a line does: column by column from the middle.
      const column = (Math.floor(n / 10) + 10) % columns;
      return `M${column * side} ${(n % 10) * side}h${side - 1}v${side - 1}h${1 - side}z`;
    }).join("");
  const { document } = sheet;
  const size = { width: columns * side, height: 10 * side, viewBox: `0 0 ${columns * side} ${10 * side}` };
  const label = `Of 200 pixels, ${filled} ${filled === 1 ? "is" : "are"} curve`;
  return element(
    document,
    "svg",
    { ...size, class: "sample", role: "img", "aria-label": label },
    element(document, "path", { d: cells(filled, 200), class: "sample-background" }),
    element(document, "path", { d: cells(0, filled), class: "sample-curve" }),
  );
}

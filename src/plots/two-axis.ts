import * as Plot from "@observablehq/plot";
import { drawn, element, type Sheet } from "./svg.ts";

export interface Place {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly overlap: "per-pixel" | "overlap-aware" | "metric-aware";
  readonly control: "symmetric" | "tunable";
  /** Right is overlap-aware, up is tunable; within a cell this is a reading. */
  readonly place: readonly [number, number];
  readonly extension: boolean;
}

/** Where one answer to "what is scored?" ends and the next begins, on the map's unit width. */
export const columns = [
  { id: "per-pixel", from: 0, to: 0.38, says: "pixel by pixel" },
  { id: "overlap-aware", from: 0.38, to: 0.8, says: "overlap of sets" },
  { id: "metric-aware", from: 0.8, to: 1, says: "IoU itself" },
] as const;
const rows = [
  { id: "symmetric", from: 0, to: 0.5, says: "symmetric" },
  { id: "tunable", from: 0.5, to: 1, says: "tunable" },
] as const;

/** The map: cells are the statement, the place within a cell is a reading. Marks are links, unless a list has them. */
export function twoAxisMap(
  sheet: Sheet,
  places: readonly Place[],
  { linked = true }: { linked?: boolean } = {},
): SVGSVGElement {
  const narrow = sheet.width < 500;
  const cells = columns.flatMap((column) =>
    rows.map((row) => ({
      ...column,
      low: row.from,
      high: row.to,
      empty: !places.some(({ overlap, control }) => overlap === column.id && control === row.id),
    })),
  );
  const svg = drawn(
    sheet,
    {
      label: "Map of seven loss families on two axes",
      description:
        "Left to right: scored pixel by pixel, by overlap, by the metric itself. Bottom to top: symmetric, tunable.",
    },
    {
      height: narrow ? 390 : 450,
      marginLeft: narrow ? 22 : 26,
      marginRight: 1,
      marginTop: 4,
      marginBottom: 46,
      x: { domain: [0, 1], axis: null },
      y: { domain: [0, 1], axis: null },
      marks: [
        Plot.rect(cells, {
          x1: "from",
          x2: "to",
          y1: "low",
          y2: "high",
          inset: 1.5,
          rx: 2,
          fill: (cell) => (cell.empty ? "none" : "var(--raised)"),
          stroke: (cell) => (cell.empty ? "var(--rule)" : "none"),
        }),
        Plot.text(
          cells.filter(({ empty }) => empty),
          {
            x: (cell) => (cell.from + cell.to) / 2,
            y: (cell) => (cell.low + cell.high) / 2,
            text: () => (narrow ? "none of\nthe seven" : "none of the seven"),
            lineHeight: 1.2,
            lineWidth: narrow ? 6 : 8,
            className: "faint",
          },
        ),
        Plot.text(columns, {
          x: (column) => (column.from + column.to) / 2,
          y: 0,
          dy: 16,
          text: (column) => (narrow && column.id === "metric-aware" ? "metric" : column.id),
          className: "axis-word",
        }),
        Plot.text(columns, {
          x: (column) => (column.from + column.to) / 2,
          y: 0,
          dy: 34,
          text: (column) => column.says,
          className: "faint",
        }),
        Plot.text(rows, {
          x: 0,
          y: (row) => (row.from + row.to) / 2,
          dx: narrow ? -12 : -14,
          rotate: -90,
          text: "says",
          className: "axis-word",
        }),
        (_index, scales, _values, _dimensions, { document }) =>
          element(
            document,
            "g",
            {},
            ...places.map((one) => mark(document, one, places, scales.x!, scales.y!, linked)),
          ),
      ],
    },
  );
  // Its marks are links, which an image could not have.
  if (linked) svg.setAttribute("role", "group");
  return svg;
}

/** Shape says what is scored; a second ring says that its balance of errors can be tuned. */
function mark(
  document: Document,
  one: Place,
  places: readonly Place[],
  x: (share: number) => number,
  y: (share: number) => number,
  linked: boolean,
) {
  const { id, title, href, overlap, control, place } = one;
  const shape = {
    "per-pixel": "M-7-7H7V7H-7Z",
    "overlap-aware": "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1 -8 0Z",
    "metric-aware": "M0-10L10 0L0 10L-10 0Z",
  }[overlap];
  const parts: Node[] = [
    element(document, "circle", { r: 20, class: "target" }),
    element(document, "path", { d: shape, class: "shape" }),
  ];
  if (control === "tunable") parts.push(element(document, "circle", { r: 12.5, class: "tuned" }));
  const column = columns.find((cell) => cell.id === overlap)!;
  const cell = { from: x(column.from) - x(place[0]), to: x(column.to) - x(place[0]) };
  const lines = wrapped(title.replace(/ loss$/, ""), cell.to - cell.from - 8);
  // A mark with another below it in its cell is named above: neighbours never share a line.
  const above = places.some(
    (other) => other.overlap === overlap && other.control === control && other.place[1] < place[1],
  );
  parts.push(
    ...lines.map((text, k) => {
      const half = widthOf(text) / 2 + 4;
      const middle = Math.max(cell.from + half, Math.min(cell.to - half, 0));
      const baseline = above ? -19 - 15 * (lines.length - 1 - k) : 28 + 14 * k;
      return element(document, "text", { x: middle.toFixed(1), y: baseline }, text);
    }),
  );
  const transform = `translate(${x(place[0]).toFixed(1)},${y(place[1]).toFixed(1)})`;
  const attributes = { class: `place ${overlap} ${control}`, transform, "data-family": id };
  return linked
    ? element(document, "a", { href, ...attributes }, ...parts)
    : element(document, "g", attributes, ...parts);
}

/** Near enough for the widest of the system's sans faces at 15 pixels; there is no font to ask at build. */
const widthOf = (text: string) => 7.9 * text.length;

/** Broken at spaces and hyphens where it is too long for its cell. */
function wrapped(title: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of title.match(/[^\s-]+-?\s?/g) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + word.trim()) <= width) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines.map((text) => text.trim());
}

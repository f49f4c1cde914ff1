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
const columns = [
  { id: "per-pixel", from: 0, to: 0.38, says: "pixel by pixel" },
  { id: "overlap-aware", from: 0.38, to: 0.8, says: "overlap of sets" },
  { id: "metric-aware", from: 0.8, to: 1, says: "IoU itself" },
] as const;
const rows = [
  { id: "symmetric", from: 0, to: 0.5, says: "symmetric" },
  { id: "tunable", from: 0.5, to: 1, says: "tunable" },
] as const;

/** The map: cells are the statement, the place within a cell is a reading. Marks are links. */
export function twoAxisMap(sheet: Sheet, places: readonly Place[]): SVGSVGElement {
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
      height: narrow ? 330 : 400,
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
            lineWidth: narrow ? 6 : 8,
            className: "faint",
          },
        ),
        Plot.text(columns, {
          x: (column) => (column.from + column.to) / 2,
          y: 0,
          dy: 16,
          text: "id",
          className: "axis-word",
        }),
        Plot.text(columns, {
          x: (column) => (column.from + column.to) / 2,
          y: 0,
          dy: 34,
          text: (column) => (narrow && column.id === "metric-aware" ? "IoU" : column.says),
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
            ...places.map((one) => mark(document, one, scales.x!(one.place[0]), scales.y!(one.place[1]))),
          ),
      ],
    },
  );
  // Its marks are links, which an image could not have.
  svg.setAttribute("role", "group");
  return svg;
}

/** Shape says what is scored; a second ring says that its balance of errors can be tuned. */
function mark(document: Document, { id, title, href, overlap, control, place }: Place, x: number, y: number) {
  const left = place[0] > 0.8;
  const shape = {
    "per-pixel": { d: "M-7-7H7V7H-7Z" },
    "overlap-aware": { d: "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1 -8 0Z" },
    "metric-aware": { d: "M0-10L10 0L0 10L-10 0Z" },
  }[overlap];
  const parts: Node[] = [
    element(document, "circle", { r: 20, class: "target" }),
    element(document, "path", { ...shape, class: "shape" }),
  ];
  if (control === "tunable") parts.push(element(document, "circle", { r: 12.5, class: "tuned" }));
  const words = title.replace(/ loss$/, "");
  const text = left ? { x: 0, y: -20, "text-anchor": "middle" } : { x: 0, y: 32, "text-anchor": "middle" };
  parts.push(element(document, "text", text, words));
  const attributes = {
    href,
    class: `place ${overlap} ${control}`,
    transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`,
    "data-family": id,
  };
  return element(document, "a", attributes, ...parts);
}

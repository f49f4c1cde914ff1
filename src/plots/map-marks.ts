import type { Curve, MapNode, MapTie, Point } from "./map-layout.ts";
import { element } from "./svg.ts";

const shapes = {
  "per-pixel": "M-7-7H7V7H-7Z",
  "overlap-aware": "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1 -8 0Z",
  "metric-aware": "M0-10L10 0L0 10L-10 0Z",
} as const;

/** The seven are filled in the shape of what they score, a ring says tunable; what stands outside is hollow. */
export function nodeMark(
  document: Document,
  { id, kind, overlap, control }: MapNode,
  { x, y }: Point,
  lines: readonly string[],
  label: { x: number; y: number; anchor: string },
): SVGElement {
  const shape =
    kind === "loss"
      ? element(document, "path", { d: shapes[overlap ?? "overlap-aware"], class: "shape" })
      : kind === "metric"
        ? element(document, "path", { d: "M0-6L6 0L0 6L-6 0Z", class: "hollow" })
        : kind === "paper"
          ? element(document, "path", { d: "M-4-5H4V5H-4Z", class: "hollow" })
          : element(document, "circle", { r: 4.5, class: "hollow" });
  const ring =
    kind === "loss" && control === "tunable"
      ? [element(document, "circle", { r: 12.5, class: "tuned" })]
      : [];
  const text = lines.map((line, k) =>
    element(
      document,
      "text",
      {
        x: (label.x - x).toFixed(0),
        y: (label.y - y + k * (kind === "loss" ? 15 : 13.5)).toFixed(0),
        "text-anchor": label.anchor,
      },
      line,
    ),
  );
  return element(
    document,
    "a",
    {
      href: `#node-${id}`,
      class: `node ${kind} ${overlap ?? ""}`.trim(),
      "data-mark": `node-${id}`,
      transform: `translate(${x.toFixed(0)},${y.toFixed(0)})`,
    },
    element(document, "circle", { r: 15, class: "target" }),
    shape,
    ...ring,
    ...text,
  );
}

/** A tie is named by its statement's two ends; one that runs carries a disc to press. */
export function tieMark(
  document: Document,
  { id, from, to, type, exact }: MapTie,
  { path, middle, head, angle }: Curve,
): SVGElement {
  const arrow =
    type === "reduces to" || type === "generalises"
      ? [
          element(document, "path", {
            d: "M0 0L-8-3.6V3.6Z",
            class: "arrow",
            transform: `translate(${head.x.toFixed(0)},${head.y.toFixed(0)})rotate(${angle.toFixed(0)})`,
          }),
        ]
      : [];
  const disc = exact
    ? [
        element(document, "circle", { r: 8, class: "disc" }),
        element(document, "path", { d: "M-2.6-4L4.2 0L-2.6 4Z", class: "run" }),
      ]
    : [element(document, "circle", { r: 3, class: "dot" })];
  return element(
    document,
    "a",
    {
      href: `#${id}`,
      class: `tie ${type.replaceAll(" ", "-")}${exact ? " exact" : ""}`,
      "data-mark": id,
      "data-from": from,
      "data-to": to,
      "aria-label": id.replaceAll("-", " "),
    },
    element(document, "path", { d: path, class: "reach" }),
    element(document, "path", { d: path, class: "line" }),
    ...arrow,
    element(
      document,
      "g",
      { transform: `translate(${middle.x.toFixed(0)},${middle.y.toFixed(0)})` },
      element(document, "circle", { r: 13, class: "target" }),
      ...disc,
    ),
  );
}

import { type Described, element, type Sheet } from "./svg.ts";

/** The sorted errors of one class, worst first, and what each adds to the Jaccard loss. */
export interface SortData extends Described {
  readonly sorted: readonly { readonly error: number; readonly inside: boolean; readonly adds: number }[];
  /** Inks of a pixel of the class, and of one of another class. */
  readonly ink: string;
  readonly other: string;
}

const lane = 96;
const gap = 46;
const left = 34;

/** Two lanes over one order: how wrong each pixel is, and how much its error weighs. */
export function sortChart(
  { document, width }: Sheet,
  { sorted, ink, other, label, description }: SortData,
): SVGSVGElement {
  const height = 2 * (lane + gap) + 22;
  const step = (width - left - 4) / Math.max(1, sorted.length);
  const top = Math.max(...sorted.map(({ adds }) => adds), Number.MIN_VALUE);
  const bars = (inside: boolean, base: number, high: (k: number) => number) =>
    element(document, "path", {
      class: `ink-${inside ? ink : other}`,
      d: sorted
        .map((one, k) => {
          if (one.inside !== inside) return "";
          const tall = (high(k) * lane).toFixed(1);
          return `M${(left + k * step).toFixed(1)} ${base}v-${tall}h${Math.max(0.7, step * 0.8).toFixed(2)}v${tall}z`;
        })
        .join(""),
    });
  const words = (x: number, y: number, text: string, anchor = "start") =>
    element(document, "text", { x, y, "text-anchor": anchor, class: "faint" }, text);
  const lanes = [
    {
      base: gap - 16 + lane,
      says: "how wrong: error of each pixel",
      high: (k: number) => sorted[k]!.error,
      most: "1",
    },
    {
      base: 2 * (gap + lane) - 16,
      // A weight can be one in many thousands: too long a number to stand beside the axis.
      says: `what it adds: its weight, at most ${Number(top.toPrecision(2))}`,
      high: (k: number) => sorted[k]!.adds / top,
    },
  ].flatMap(({ base, says, high, most }) => [
    words(left, base - lane - 10, says),
    ...(most ? [words(left - 5, base - lane + 9, most, "end")] : []),
    words(left - 5, base, "0", "end"),
    element(document, "path", {
      d: `M${left} ${base}H${width}M${left} ${base - lane}H${width}`,
      class: "grid",
    }),
    bars(false, base, high),
    bars(true, base, high),
  ]);
  return element(
    document,
    "svg",
    {
      class: "chart sort",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": label,
      "aria-description": description,
    },
    ...lanes,
    words(left, height - 8, `the ${sorted.length} worst pixels, worst first`),
  ) as SVGSVGElement;
}

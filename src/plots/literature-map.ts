import { placeLabels } from "./labels.ts";
import {
  type Curve,
  curveBetween,
  type Frame,
  type MapNode,
  type MapTie,
  type Point,
  placeByYear,
  placeInRows,
  placeOnAxes,
  radius,
} from "./map-layout.ts";
import { nodeMark, tieMark } from "./map-marks.ts";
import { element, type Sheet } from "./svg.ts";
import { columns } from "./two-axis.ts";

export type View = "axes" | "years";

export interface MapData {
  readonly nodes: readonly MapNode[];
  readonly ties: readonly MapTie[];
}

interface Size {
  readonly height: number;
  readonly frame: Frame;
  /** How far right of the frame the metrics stand on the axes. */
  readonly beside: number;
  readonly text: number;
  /** Papers in a row above the axes. */
  readonly perRow: number;
  /** Characters after which a name is broken. */
  readonly longest: number;
}

const sizes: Readonly<Record<"wide" | "narrow", Readonly<Record<View, Size>>>> = {
  wide: {
    axes: {
      height: 656,
      frame: { left: 28, right: 660, top: 68, bottom: 614 },
      beside: 62,
      text: 13.5,
      perRow: 6,
      longest: 15,
    },
    years: {
      height: 680,
      frame: { left: 4, right: 776, top: 24, bottom: 530 },
      beside: 0,
      text: 13.5,
      perRow: 0,
      longest: 15,
    },
  },
  narrow: {
    axes: {
      height: 660,
      frame: { left: 22, right: 284, top: 116, bottom: 616 },
      beside: 30,
      text: 11,
      perRow: 3,
      longest: 10,
    },
    years: {
      height: 690,
      frame: { left: 2, right: 338, top: 16, bottom: 540 },
      beside: 0,
      text: 11,
      perRow: 0,
      longest: 10,
    },
  },
};

/** The map in one of its two drawn views. Marks and ties are links to what is said of them on the page. */
export function literatureMap(sheet: Sheet, view: View, { nodes, ties }: MapData): SVGSVGElement {
  const { document, width } = sheet;
  const size = sizes[width < 500 ? "narrow" : "wide"][view];
  const years = [...new Set(nodes.flatMap(({ year }) => year ?? []))].sort();
  const papers = nodes.filter(({ kind }) => kind === "paper");
  const place = (node: MapNode): Point => {
    if (view === "years") return placeByYear(node, years, size.frame);
    if (node.kind === "paper") return placeInRows(papers.indexOf(node), size.perRow, width);
    return placeOnAxes(node, size.frame, size.beside);
  };
  const at = new Map(nodes.map((node): [string, Point] => [node.id, place(node)]));
  const kindOf = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const curves = ties.map((tie): { tie: MapTie; curve: Curve } => ({
    tie,
    curve: curveBetween(at.get(tie.from)!, at.get(tie.to)!, [
      radius[kindOf.get(tie.from)!] + 2,
      radius[kindOf.get(tie.to)!] + 2,
    ]),
  }));
  const ordered = nodes.toSorted((a, b) => rank(a) - rank(b));
  const narrow = width < 500;
  const names = ordered.map((node) => namesOf(node, view, narrow, size.longest));
  const labels = placeLabels(
    ordered.map(({ id, kind }, k) => ({
      at: at.get(id)!,
      radius: radius[kind],
      lines: names[k]!,
      size: kind === "loss" ? size.text : size.text - 1,
    })),
    curves.filter(({ tie }) => tie.exact).map(({ curve }) => curve.middle),
    curves.flatMap(({ curve, tie }) => (isPaper(tie, kindOf) ? [curve.middle] : curve.samples)),
    { left: 0, right: width, top: 0, bottom: size.height - (view === "axes" ? 30 : 22) },
  );
  const marks = ordered.map((node, k) => {
    const place = at.get(node.id)!;
    // In their rows papers have room for their names below them, where a name is not taken for a neighbour's.
    const inRow = view === "axes" && node.kind === "paper";
    const label = inRow ? ({ x: place.x, y: place.y + 17, anchor: "middle" } as const) : labels[k]!;
    return nodeMark(document, node, place, names[k]!, label);
  });
  const layer = (papers: boolean) =>
    curves
      .filter(({ tie }) => isPaper(tie, kindOf) === papers)
      // A disc lies above the reach of every line that is none.
      .toSorted((a, b) => Number(a.tie.exact) - Number(b.tie.exact))
      .map(({ tie, curve }) => tieMark(document, tie, curve));
  return element(
    document,
    "svg",
    {
      class: "chart literature",
      viewBox: `0 0 ${width} ${size.height}`,
      width,
      height: size.height,
      role: "group",
      "aria-label": view === "axes" ? "Losses and their ties on two axes" : "Losses and their ties by year",
    },
    ...(view === "axes" ? axes(document, size, narrow) : timeline(document, years, size, narrow)),
    element(document, "g", { class: "papers" }, ...layer(true)),
    element(document, "g", {}, ...layer(false)),
    element(document, "g", { class: "papers" }, ...marks.filter((_, k) => ordered[k]!.kind === "paper")),
    element(document, "g", {}, ...marks.filter((_, k) => ordered[k]!.kind !== "paper")),
  ) as SVGSVGElement;
}

/** Losses choose the place of their names first, papers last. */
const rank = ({ kind }: MapNode) => ["loss", "metric", "neighbour", "paper"].indexOf(kind);

const isPaper = ({ from }: MapTie, kindOf: ReadonlyMap<string, MapNode["kind"]>) =>
  kindOf.get(from) === "paper";

/** A paper is called by its first author, and by its year where no column says it. */
function namesOf({ kind, title, short, year }: MapNode, view: View, narrow: boolean, longest: number) {
  if (kind === "paper") return view === "axes" ? [`${short} ${year}`] : [short ?? title];
  return broken((narrow && short) || title, longest);
}

/** Two lines where one would be long. */
function broken(title: string, longest: number): readonly string[] {
  const name = title.replace(/ loss$/, "");
  if (name.length <= longest) return [name];
  const middle = name.length / 2;
  const gaps = [...name.matchAll(/[ -]/g)].map(({ index }) => index);
  const gap = gaps.reduce(
    (best, i) => (Math.abs(i - middle) < Math.abs(best - middle) ? i : best),
    gaps[0] ?? -1,
  );
  if (gap < 0) return [name];
  return [name.slice(0, name[gap] === "-" ? gap + 1 : gap), name.slice(gap + 1)];
}

function axes(document: Document, { frame }: Size, narrow: boolean): SVGElement[] {
  const { left, right, top, bottom } = frame;
  const x = (share: number) => left + share * (right - left);
  const middle = (top + bottom) / 2;
  const cells = columns.flatMap(({ from, to }) =>
    [
      [top, middle],
      [middle, bottom],
    ].map(([high, low]) =>
      element(document, "rect", {
        x: (x(from) + 1.5).toFixed(1),
        y: high! + 1.5,
        width: (x(to) - x(from) - 3).toFixed(1),
        height: low! - high! - 3,
        rx: 2,
        class: "cell",
      }),
    ),
  );
  const words = columns.flatMap(({ id, from, to, says }) => {
    const at = { x: ((x(from) + x(to)) / 2).toFixed(1), "text-anchor": "middle" };
    return [
      element(
        document,
        "text",
        { ...at, y: bottom + 18, class: "axis-word" },
        narrow && id === "metric-aware" ? "metric" : id,
      ),
      element(document, "text", { ...at, y: bottom + 35, class: "faint" }, says),
    ];
  });
  const sides = (["symmetric", "tunable"] as const).map((word, k) =>
    element(
      document,
      "text",
      {
        transform: `translate(${left - 10},${(k === 0 ? (middle + bottom) / 2 : (top + middle) / 2).toFixed(1)})rotate(-90)`,
        "text-anchor": "middle",
        class: "axis-word",
      },
      word,
    ),
  );
  return [...cells, ...words, ...sides];
}

function timeline(
  document: Document,
  years: readonly number[],
  { frame, height }: Size,
  narrow: boolean,
): SVGElement[] {
  const width = (frame.right - frame.left) / (years.length + 1);
  const words = years.map((year) => (narrow ? `’${String(year).slice(2)}` : String(year)));
  return ["older", ...words].flatMap((word, k) => {
    const x = (frame.left + (k + 0.5) * width).toFixed(1);
    return [
      element(document, "path", { d: `M${x} ${frame.top - 12}V${height - 24}`, class: "grid" }),
      element(document, "text", { x, y: height - 8, "text-anchor": "middle", class: "axis-word" }, word),
    ];
  });
}

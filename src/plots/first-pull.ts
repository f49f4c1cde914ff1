import { type Described, element, type Sheet } from "./svg.ts";

/** One loss at one background share: on whose pixels it pulls at first, and what became of the curves. */
export interface PullRow {
  readonly label: string;
  /** Share of the pull on each class, background first. */
  readonly pull: readonly number[];
  readonly score: number;
  /** The score at the mildest share, where the line to the score begins. */
  readonly mild: number;
  /** The row that the title speaks of. */
  readonly subject?: boolean;
}

export interface PullData extends Described {
  readonly rows: readonly PullRow[];
  /** What the score is called. */
  readonly score: string;
  /** When it was taken. */
  readonly after: string;
}

const classes = ["background", "curve-1", "curve-2"] as const;
const wide = { bars: [226, 432], percent: 440, scores: [486, 560], row: 27, head: 42 } as const;
const narrow = { bars: [0, 186], percent: 192, scores: [238, 304], row: 41, head: 42 } as const;

/** Cause on the left, effect on the right: the same rows in two panels. */
export function pullChart({ document, width }: Sheet, data: PullData): SVGElement {
  const small = width < 500;
  const place = small ? narrow : wide;
  const [left, right] = place.bars;
  const [zero, one] = place.scores;
  const height = place.head + data.rows.length * place.row + 20;
  const text = (x: number, y: number, words: string, name = "faint", anchor = "start") =>
    element(document, "text", { x: round(x), y: round(y), "text-anchor": anchor, class: name }, words);
  const at = (score: number) => zero + score * (one - zero);

  const legend = classes.flatMap((name, c) => {
    const x = left + [0, 95, 158][c]!;
    return [
      element(document, "rect", { x, y: 22, width: 9, height: 9, class: `ink-${name}` }),
      text(x + 13, 31, name.replace("-", " ")),
    ];
  });
  const rows = data.rows.flatMap((row, k) => {
    const top = place.head + k * place.row;
    const bar = { y: top + (small ? 20 : 6), height: small ? 14 : 15 };
    const middle = bar.y + bar.height / 2;
    const [from, to] = [at(row.mild), at(row.score)];
    return [
      ...(row.subject
        ? [element(document, "rect", { x: 0, y: top, width, height: place.row, class: "subject" })]
        : []),
      small ? text(0, top + 14, row.label, "name") : text(left - 10, middle + 4, row.label, "name", "end"),
      ...pieces(row.pull, left, right - left).map(([x, length], c) =>
        element(document, "rect", { x: round(x), width: round(length), ...bar, class: `ink-${classes[c]}` }),
      ),
      text(place.percent, middle + 4, `${percentOf(row)}%`, "digits"),
      element(document, "path", { d: `M${zero} ${middle}H${one}`, class: "grid" }),
      element(document, "path", { d: `M${round(from)} ${middle}H${round(to)}`, class: "fall" }),
      element(document, "circle", { cx: round(from), cy: middle, r: 3, class: "mild" }),
      element(document, "circle", { cx: round(to), cy: middle, r: 4.5, class: "now" }),
      text(width, middle + 4, row.score.toFixed(2), "digits", "end"),
    ];
  });
  return element(
    document,
    "svg",
    {
      class: "chart first-pull",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": data.label,
      "aria-description": data.description,
    },
    text(left, 12, "the first pull falls on", "axis-word"),
    text(place.percent, 12, "curves"),
    text(zero, 12, data.score, "axis-word"),
    text(zero, 31, data.after),
    ...legend,
    ...rows,
    text(zero, height - 4, "0", "faint", "middle"),
    text(one, height - 4, "1", "faint", "middle"),
  );
}

const round = (x: number) => Number(x.toFixed(2));

/** Where each piece of a stacked bar begins, and how long it is. */
function pieces(shares: readonly number[], left: number, length: number): [number, number][] {
  return shares.map((share, c) => {
    const before = shares.slice(0, c).reduce((sum, one) => sum + one, 0);
    return [left + before * length, share * length];
  });
}

/** Percent of the pull on the curves together. */
const percentOf = ({ pull }: PullRow) => Math.round(100 * (pull[1]! + pull[2]!));

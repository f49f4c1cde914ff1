import { type Described, element, type Sheet } from "./svg.ts";

/** One study, many losses, several tasks: a panel for each task with its own scale, all in the study's own order. */
export interface Tasks extends Described {
  readonly tasks: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** One of the losses of this site, by what it scores; others are hollow. */
    readonly ink: "per-pixel" | "overlap" | "metric" | undefined;
    readonly values: readonly number[];
    readonly texts: readonly string[];
  }[];
}

const lane = 18;

export function taskPanels(
  { document, width }: Sheet,
  { tasks, rows, label, description }: Tasks,
): SVGSVGElement {
  const across = width < 500 ? 2 : tasks.length;
  const names = 94;
  const panel = (width - names) / across;
  const block = rows.length * lane + 56;
  const height = Math.ceil(tasks.length / across) * block;
  const parts = tasks.flatMap((task, t) => {
    const top = Math.floor(t / across) * block + 26;
    const left = names + (t % across) * panel + 8;
    const scale = scaleOf(rows.map(({ values }) => values[t]!));
    const x = (v: number) => left + 6 + ((v - scale.low) / (scale.high - scale.low)) * (panel - 60);
    const best = Math.max(...rows.map(({ values }) => values[t]!));
    return [
      element(document, "text", { x: left, y: top - 12, class: "axis-word" }, task),
      ...[scale.low, scale.high].map((v) =>
        element(document, "path", {
          d: `M${x(v).toFixed(1)} ${top}V${top + rows.length * lane}`,
          class: "grid",
        }),
      ),
      ...[scale.low, scale.high].map((v) =>
        element(
          document,
          "text",
          { x: x(v).toFixed(1), y: top + rows.length * lane + 15, "text-anchor": "middle", class: "faint" },
          v.toFixed(2),
        ),
      ),
      ...rows.flatMap(({ ink, values, texts }, k) => {
        const v = values[t]!;
        const y = top + (k + 0.5) * lane;
        if (v < scale.low)
          return [
            element(document, "path", { d: `M${left - 4} ${y}l6-4v8z`, class: `point ${ink ?? "hollow"}` }),
            element(document, "text", { x: left + 6, y: y + 4, class: "faint" }, texts[t]!),
          ];
        return [
          element(document, "circle", {
            cx: x(v).toFixed(1),
            cy: y,
            r: 4,
            class: `point ${ink ?? "hollow"}`,
          }),
          ...(v === best
            ? [element(document, "text", { x: (x(v) + 8).toFixed(1), y: y + 4, class: "digits" }, texts[t]!)]
            : []),
        ];
      }),
    ];
  });
  const labels = Array.from({ length: Math.ceil(tasks.length / across) }, (_, b) =>
    rows.map(({ label: name, ink }, k) =>
      element(
        document,
        "text",
        { x: 0, y: b * block + 26 + (k + 0.5) * lane + 4, class: ink ? "axis-word" : "" },
        name,
      ),
    ),
  ).flat();
  return element(
    document,
    "svg",
    {
      class: "chart tasks",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": label,
      "aria-description": description,
    },
    ...labels,
    ...parts,
  ) as SVGSVGElement;
}

/** From the lower quartile less twice the middle half, so that one failure does not press all others together. */
function scaleOf(values: readonly number[]): { low: number; high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const quartile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  const bound = quartile(0.25) - 2 * (quartile(0.75) - quartile(0.25));
  const kept = sorted.filter((value) => value >= bound);
  return { low: Math.floor(kept[0]! * 20) / 20, high: Math.ceil(kept.at(-1)! * 20) / 20 };
}

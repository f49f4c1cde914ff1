import { rows as labRows } from "../../experiments/protocol.ts";
import type { Moment } from "../../experiments/run.ts";
import type { SeriesData } from "../../plots/lab.ts";
import { looks } from "./looks.ts";
import { controls, type State } from "./spec.ts";

/** What may be drawn of a run on its way, by the choice's id. */
const readings: Readonly<Record<State["live"], (moment: Moment) => number>> = {
  curves: ({ iou }) => (iou[1]! + iou[2]!) / 2,
  "curve-1": ({ iou }) => iou[1]!,
  "curve-2": ({ iou }) => iou[2]!,
  background: ({ iou }) => iou[0]!,
  loss: ({ value }) => value,
};

/** A run on its way, on the training pixels of its first seed: the chosen reading of every row, step by step. */
export function liveOf(
  { live, row }: State,
  momentsOf: (row: string) => readonly Moment[],
  steps: number,
): SeriesData {
  const reading = readings[live];
  const name = controls.live.options.find(({ id }) => id === live)!.label;
  const strong = new Set(["soft-cross-entropy", "dice", "lovasz-softmax", "tversky", row]);
  const series = labRows.flatMap(({ id, title }) => {
    const points = momentsOf(id).map((moment) => ({ x: moment.step, y: reading(moment) }));
    return points.length > 0 ? [{ id, label: title, ...looks[id]!, points, strong: strong.has(id) }] : [];
  });
  // A share ends at 1; a loss may start above it, and each loss counts in a unit of its own.
  const top = Math.max(
    1,
    ...(live === "loss" ? series.flatMap(({ points }) => points.map(({ y }) => y)) : []),
  );
  return {
    label: `While training, simulated: ${name}`,
    description: `By step, on the training pixels of the first seed: ${name}.`,
    series,
    xAxis: "step",
    yAxis: name,
    xDomain: [0, steps],
    top,
  };
}

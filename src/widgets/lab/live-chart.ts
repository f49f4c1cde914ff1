import { rows as labRows } from "../../experiments/protocol.ts";
import type { Moment } from "../../experiments/run.ts";
import type { SeriesData } from "../../plots/lab.ts";
import { looks } from "./looks.ts";
import { controls, type State } from "./spec.ts";

/** Whose IoU may be drawn of a run on its way, by the choice's id. */
const readings: Readonly<Record<State["live"], (iou: readonly number[]) => number>> = {
  curves: (iou) => (iou[1]! + iou[2]!) / 2,
  "curve-1": (iou) => iou[1]!,
  "curve-2": (iou) => iou[2]!,
  background: (iou) => iou[0]!,
};

type MomentsOf = (row: string) => readonly Moment[];

/** A run on its way: the IoU of the chosen class under every row, step by step. */
export function liveIou(state: State, momentsOf: MomentsOf, steps: number): SeriesData {
  const name = controls.live.options.find(({ id }) => id === state.live)!.label;
  const axis = `IoU, ${name}`;
  return chart(state, momentsOf, steps, axis, ({ iou }) => readings[state.live](iou));
}

/** The same run: the value of every loss, each in a unit of its own. */
export const liveLoss = (state: State, momentsOf: MomentsOf, steps: number): SeriesData =>
  chart(state, momentsOf, steps, "value of the loss", ({ value }) => value);

function chart(
  { row }: State,
  momentsOf: MomentsOf,
  steps: number,
  yAxis: string,
  reading: (moment: Moment) => number,
): SeriesData {
  const strong = new Set(["soft-cross-entropy", "dice", "lovasz-softmax", "tversky", row]);
  const series = labRows.flatMap(({ id, title }) => {
    const points = momentsOf(id).map((moment) => ({ x: moment.step, y: reading(moment) }));
    return points.length > 0 ? [{ id, label: title, ...looks[id]!, points, strong: strong.has(id) }] : [];
  });
  return {
    label: `While training, simulated: ${yAxis}`,
    description: `By step, on the training pixels of the first seed: ${yAxis}.`,
    series,
    xAxis: "step",
    yAxis,
    xDomain: [0, steps],
    // An IoU ends at 1; a loss may start above it.
    top: Math.max(1, ...series.flatMap(({ points }) => points.map(({ y }) => y))),
  };
}

import { pullChart } from "../../plots/first-pull.ts";
import { labSeries } from "../../plots/lab.ts";
import { redraw, refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { chartOf, type controls, pullsOf, pullTable, type Rows, spec, table } from "./spec.ts";

export const widget: Widget<typeof controls, Rows> = {
  spec,
  show(host, state, rows) {
    redraw(host, "first-pull", (sheet) => pullChart(sheet, pullsOf(state, rows)));
    redraw(host, "lab-shares", (sheet) => labSeries(sheet, chartOf(state, rows)));
    refill(host, 0, pullTable(state, rows));
    refill(host, 1, table(state, rows));
  },
};

import { labSeries } from "../../plots/lab.ts";
import { redraw, refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { chartOf, type controls, type Rows, spec, table } from "./spec.ts";

export const widget: Widget<typeof controls, Rows> = {
  spec,
  show(host, state, rows) {
    redraw(host, "lab-shares", (sheet) => labSeries(sheet, chartOf(state, rows)));
    refill(host, 0, table(state, rows));
  },
};

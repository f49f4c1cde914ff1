import { answerChart } from "../../plots/answer.ts";
import type { Controls } from "../controls.ts";
import { redraw, refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { chartOf, type Rows, specOf, table } from "./spec.ts";

export const widget: Widget<Controls, Rows> = {
  spec: specOf,
  show(host, state, rows) {
    redraw(host, "answer", (sheet) => answerChart(sheet, chartOf(state, rows)));
    refill(host, 0, table(state, rows));
  },
};

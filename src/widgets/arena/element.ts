import { arenaChart, sampleOf } from "../../plots/arena.ts";
import { redraw } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { type controls, dataOf, type Rows, spec } from "./spec.ts";

export const widget: Widget<typeof controls, Rows> = {
  spec,
  show(host, state, rows) {
    redraw(host, "arena", (sheet) => arenaChart(sheet, dataOf(state, rows)));
    redraw(host, "arena-sample", (sheet) => sampleOf(sheet, state.share / 100));
  },
};

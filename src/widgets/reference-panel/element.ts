import { referenceBars } from "../../plots/reference.ts";
import { redraw } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { barsOf, type controls, type Rows, spec } from "./spec.ts";

export const widget: Widget<typeof controls, Rows> = {
  spec,
  show(host, state, rows) {
    redraw(host, "reference-bars", (sheet) => referenceBars(sheet, barsOf(state, rows)));
  },
};

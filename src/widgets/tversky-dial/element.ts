import { maskPicture } from "../../plots/mask.ts";
import { thicknessChart } from "../../plots/thickness.ts";
import { redraw, refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { chartOf, type controls, dialOf, maskOf, type Rows, readings, spec, tables } from "./spec.ts";

export const widget: Widget<typeof controls, Rows> = {
  spec,
  show(host, state) {
    const dial = dialOf(state);
    redraw(host, "dial-frame", (sheet) => maskPicture(sheet, maskOf(dial)));
    redraw(host, "dial-thickness", (sheet) => thicknessChart(sheet, chartOf(dial)));
    for (const [name, text] of Object.entries(readings(dial)))
      for (const place of host.querySelectorAll(`[data-reading="${name}"]`)) place.textContent = text;
    for (const place of host.querySelectorAll("[data-seed]")) place.textContent = String(state.seed);
    tables(dial).forEach((table, index) => {
      refill(host, index, table);
    });
  },
};

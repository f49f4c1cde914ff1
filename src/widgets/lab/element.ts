import { labDots } from "../../plots/lab.ts";
import { redraw, refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { laboratory } from "./laboratory.ts";
import { type controls, dotsOf, type Rows, sayOf, spec, table } from "./spec.ts";

/** One laboratory a host: it holds the lines of the last run, and the figure is drawn from them or from the record. */
const laboratories = new WeakMap<HTMLElement, ReturnType<typeof laboratory>>();

export const widget: Widget<typeof controls, Rows> = {
  spec,

  show(host, state, rows) {
    const bench = laboratories.get(host) ?? laboratory(host, () => widget.show(host, bench.state, rows));
    laboratories.set(host, bench);
    bench.state = state;
    const lines = bench.linesFor(state, rows);
    redraw(host, "lab-dots", (sheet) => labDots(sheet, dotsOf(state, lines)));
    refill(host, 0, table(lines));
    for (const place of host.querySelectorAll("[data-says]")) place.textContent = sayOf(state, lines);
    bench.draw();
  },
};

import type { Line } from "../../experiments/table.ts";
import { labDots } from "../../plots/lab.ts";
import { redraw, refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { laboratory } from "./laboratory.ts";
import { type controls, dotsOf, type Rows, sayOf, spec } from "./spec.ts";
import { classTable, table } from "./tables.ts";

/** One laboratory a host: it holds the lines of the last run, and the figure is drawn from them or from the record. */
const laboratories = new WeakMap<HTMLElement, ReturnType<typeof laboratory>>();

/** Of which lines the dots and tables are. A run redraws the page several times a second, these only where one is new. */
const drawn = new WeakMap<HTMLElement, { lines: readonly Line[]; count: number; measure: string }>();

export const widget: Widget<typeof controls, Rows> = {
  spec,

  start(host, _, say) {
    const bench = laboratory(host, () => {
      if (!bench.shown) return;
      const { state, rows } = bench.shown;
      widget.show(host, state, rows);
      say(widget.words!(host, state, rows)!);
    });
    laboratories.set(host, bench);
  },

  show(host, state, rows) {
    const bench = laboratories.get(host)!;
    bench.shown = { state, rows };
    const { lines } = bench.found(state, rows);
    const { measure } = state;
    const before = drawn.get(host);
    const same = before?.lines === lines && before.count === lines.length;
    drawn.set(host, { lines, count: lines.length, measure });
    if (!same || before.measure !== measure)
      redraw(host, "lab-dots", (sheet) => labDots(sheet, dotsOf(state, lines)));
    if (!same) {
      refill(host, 0, table(lines));
      refill(host, 1, classTable(lines));
    }
    bench.draw();
  },

  words(host, state, rows) {
    return sayOf(state, laboratories.get(host)!.found(state, rows), rows);
  },
};

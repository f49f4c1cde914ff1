import { labDots } from "../../plots/lab.ts";
import { redraw, refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { laboratory } from "./laboratory.ts";
import { type controls, dotsOf, type Rows, sayOf, spec } from "./spec.ts";
import { classTable, table } from "./tables.ts";

/** One laboratory a host: it holds the lines of the last run, and the figure is drawn from them or from the record. */
const laboratories = new WeakMap<HTMLElement, ReturnType<typeof laboratory>>();

/** What dots and tables show. A run redraws the page several times a second, and these only where a line is new. */
const drawn = new WeakMap<HTMLElement, readonly unknown[]>();

function isNew(host: HTMLElement, ...now: readonly unknown[]): boolean {
  const before = drawn.get(host);
  drawn.set(host, now);
  return !before || now.some((value, k) => value !== before[k]);
}

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
    if (isNew(host, lines, lines.length, state.measure)) {
      redraw(host, "lab-dots", (sheet) => labDots(sheet, dotsOf(state, lines)));
      refill(host, 0, table(lines));
      refill(host, 1, classTable(lines));
    }
    bench.draw();
  },

  words(host, state, rows) {
    return sayOf(state, laboratories.get(host)!.found(state, rows), rows);
  },
};

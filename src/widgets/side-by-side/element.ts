import { labSeries } from "../../plots/lab.ts";
import { redraw, refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { differences } from "./differences.ts";
import {
  chartOf,
  chosen,
  type controls,
  type Handed,
  ids,
  least,
  lossesOf,
  most,
  spec,
  table,
} from "./spec.ts";

/** The page holds all seven losses; what is chosen decides which of them are seen, and which symbols are marked. */
export const widget: Widget<typeof controls, Handed> = {
  spec,
  show(host, state, rows) {
    for (const wrong of ["miss", "stray"] as const)
      redraw(host, `one-curve-${wrong}`, (sheet) => labSeries(sheet, chartOf(state, rows, wrong)));
    refill(host, 0, table(state, rows));

    const shown: readonly string[] = chosen(state);
    for (const part of host.querySelectorAll<HTMLElement>("[data-part-of]")) {
      const seen = part.dataset["partOf"]!.split(" ").every((id) => shown.includes(id));
      part.toggleAttribute("data-out", !seen);
    }
    const none = host.querySelector<HTMLElement>("[data-no-ties]");
    none?.toggleAttribute("data-out", host.querySelector("[data-tie]:not([data-out])") !== null);
    for (const { id, own } of differences(lossesOf(state, rows))) {
      const names = own.map((mark) => mark.id);
      for (const symbol of host.querySelectorAll(`[data-loss="${id}"] [data-symbol]`))
        symbol.classList.toggle("own", names.includes(symbol.getAttribute("data-symbol") ?? ""));
    }

    // A box that would leave fewer than two losses or more than four rests until another one has changed.
    const ticked = ids.filter((id) => state[id]).length;
    for (const id of ids) {
      const box = host.querySelector<HTMLInputElement>(`input[data-control="${id}"]`);
      if (box) box.disabled = state[id] ? ticked <= least : ticked >= most;
    }
  },
};

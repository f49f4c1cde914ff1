import { startClient } from "../../worker/start.ts";
import type { Heard } from "../../worker/tasks.ts";
import { refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { drag } from "./drag.ts";
import { hearing } from "./hearing.ts";
import { type controls, departureOf, namesOf, type Rows, sayOf, spec, table, truthOfFigure } from "./spec.ts";

const views = new WeakMap<HTMLElement, ReturnType<typeof hearing>>();

export const widget: Widget<typeof controls, Rows> = {
  spec,

  start(host, set, say) {
    const truth = truthOfFigure();
    const names = namesOf(truth.classes);
    const told = (answer: readonly Heard[] | Error) => {
      say(answer instanceof Error ? answer.message : sayOf(answer));
      if (!(answer instanceof Error)) refill(host, 0, table(answer, names));
    };
    views.set(host, hearing(host, startClient(), truth, names, told));
    drag(
      host,
      () => truth.width,
      (shift) => set({ shift }),
    );
  },

  show(host, state) {
    views.get(host)?.({ departure: departureOf(state), sorted: Number(state.sorted) });
  },
};

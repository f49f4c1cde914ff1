import { refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import { answerOf, codeOf, type controls, notesOf, type Rows, spec, tables } from "./spec.ts";

export const widget: Widget<typeof controls, Rows> = {
  spec,
  show(host, state, rows) {
    const answer = answerOf(state, rows);
    const code = host.querySelector("[data-code]");
    if (code) code.textContent = codeOf(answer);
    host.querySelector("[data-notes]")?.replaceChildren(
      ...notesOf(answer).map((note) => {
        const item = document.createElement("li");
        item.textContent = note;
        return item;
      }),
    );
    tables(answer).forEach((table, index) => {
      refill(host, index, table);
    });
  },
};

import { startClient } from "../../worker/start.ts";
import type { Widget } from "../widget.ts";
import { hearing } from "./hearing.ts";
import { controls, departureOf, namesOf, type Rows, spec, truthOfFigure } from "./spec.ts";

const views = new WeakMap<HTMLElement, ReturnType<typeof hearing>>();

export const widget: Widget<typeof controls, Rows> = {
  spec,

  start(host, set) {
    const truth = truthOfFigure();
    const says = host.querySelector("[data-says]")!;
    const told = (words: string) => {
      says.textContent = words;
    };
    views.set(host, hearing(host, startClient(), truth, namesOf(truth.classes), told));
    drag(host.querySelector<HTMLElement>("[data-prediction]")!, truth.width, (shift) => set({ shift }));
  },

  show(host, state) {
    views.get(host)?.({ departure: departureOf(state), sorted: Number(state.sorted) });
  },
};

/** The prediction is drawn aside by a finger or a mouse; up and down stay with the page's scrolling. */
function drag(frame: HTMLElement, width: number, moved: (shift: number) => void): void {
  const { min, max, step } = controls.shift;
  const slider = () => frame.closest("live-figure")?.querySelector<HTMLInputElement>("[data-control=shift]");
  let grip: { readonly x: number; readonly shift: number } | undefined;
  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    grip = { x: event.clientX, shift: Number(slider()?.value ?? 0) };
    frame.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  frame.addEventListener("pointermove", ({ clientX }) => {
    if (!grip) return;
    const pixels = ((clientX - grip.x) * width) / frame.clientWidth;
    const shift = Math.round((grip.shift + pixels) / step) * step;
    moved(Math.min(max, Math.max(min, shift)));
  });
  for (const type of ["pointerup", "pointercancel"]) {
    frame.addEventListener(type, () => {
      grip = undefined;
    });
  }
}

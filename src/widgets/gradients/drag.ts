import { controls } from "./spec.ts";

/**
 * The prediction is drawn aside by a finger or a mouse; up and down stay with the page's scrolling. A press that came
 * while the figure's code was still on its way counts from the first move after it.
 */
export function drag(host: HTMLElement, width: () => number, moved: (shift: number) => void): void {
  const { min, max, step } = controls.shift;
  const frame = host.querySelector<HTMLElement>("[data-prediction]")!;
  const slider = host.querySelector<HTMLInputElement>("input[type=range][data-control=shift]");
  let grip: { readonly x: number; readonly shift: number } | undefined;
  const begin = ({ pointerId, clientX }: PointerEvent) => {
    grip = { x: clientX, shift: Number(slider?.value ?? 0) };
    frame.setPointerCapture(pointerId);
  };
  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    begin(event);
    event.preventDefault();
  });
  frame.addEventListener("pointermove", (event) => {
    if ((event.buttons & 1) === 0) return;
    if (!grip) begin(event);
    if (!grip) return;
    const drawn = (frame.firstElementChild ?? frame).getBoundingClientRect();
    const pixels = ((event.clientX - grip.x) * width()) / drawn.width;
    const shift = Math.round((grip.shift + pixels) / step) * step;
    moved(Math.min(max, Math.max(min, shift)));
  });
  for (const type of ["pointerup", "pointercancel"])
    frame.addEventListener(type, () => {
      grip = undefined;
    });
}

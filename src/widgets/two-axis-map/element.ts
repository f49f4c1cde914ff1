import type { Widget } from "../widget.ts";
import { type controls, type Names, spec } from "./spec.ts";

/** Nothing is redrawn: the page holds every panel, and the map only says which one is open. */
export const widget: Widget<typeof controls, Names> = {
  spec,

  show(host, { family }) {
    for (const panel of host.querySelectorAll<HTMLElement>("[data-panel]"))
      panel.toggleAttribute("data-open", panel.dataset["panel"] === family);
    for (const place of host.querySelectorAll<SVGElement>("a[data-family]"))
      place.classList.toggle("chosen", place.dataset["family"] === family);
  },

  start(host, set) {
    const placeAt = ({ target }: Event) =>
      target instanceof Element ? target.closest<SVGElement>("a[data-family]") : null;
    const choose = (place: SVGElement) => set({ family: place.dataset["family"] as never });
    host.addEventListener("pointerover", (event) => {
      const place = placeAt(event);
      if (place && event.pointerType === "mouse") choose(place);
    });
    // A finger cannot hover: its first touch of a mark opens the panel, the second follows the link.
    let opened: SVGElement | null = null;
    host.addEventListener("pointerdown", (event) => {
      const place = placeAt(event);
      opened = place && event.pointerType !== "mouse" && !place.classList.contains("chosen") ? place : null;
    });
    host.addEventListener("click", (event) => {
      const place = placeAt(event);
      if (!place || place !== opened) return;
      event.preventDefault();
      choose(place);
    });
    host.addEventListener("focusin", (event) => {
      const place = placeAt(event);
      if (place && !opened) choose(place);
    });
    for (const map of host.querySelectorAll<HTMLElement>("[data-width]")) oneTabStop(map);
    // The mark whose touch fetched this code.
    const first = host.querySelector<SVGElement>("a[data-family]:is(:hover, :focus)");
    if (first) choose(first);
  },
};

/** The map is one stop of the Tab key; the arrow keys walk from mark to mark. */
function oneTabStop(map: HTMLElement): void {
  const places = [...map.querySelectorAll<SVGElement>("a[data-family]")];
  const stop = (at: number) => {
    places.forEach((place, k) => {
      place.setAttribute("tabindex", k === at ? "0" : "-1");
    });
  };
  stop(Math.max(0, places.indexOf(document.activeElement as SVGElement)));
  map.addEventListener("keydown", (event) => {
    const at = places.indexOf(document.activeElement as SVGElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (at < 0 || step === undefined) return;
    event.preventDefault();
    const next = (at + step + places.length) % places.length;
    stop(next);
    places[next]!.focus();
  });
}

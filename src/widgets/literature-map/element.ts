import type { Widget } from "../widget.ts";
import { walk } from "./keys.ts";
import { type controls, type Says, spec } from "./spec.ts";

/** Nothing is redrawn: the page holds every view and every panel, and the map says which are shown. */
export const widget: Widget<typeof controls, Says> = {
  spec,

  show(host, { view, papers, chosen }) {
    const views = host.querySelector<HTMLElement>(".literature-views");
    if (!views) return;
    const panel = views.querySelector(`[data-panel="${CSS.escape(chosen)}"]`) ? chosen : "";
    views.dataset["view"] = view;
    views.toggleAttribute("data-papers", papers || isPaper(views, panel));
    views.toggleAttribute("data-chosen", panel !== "");
    for (const one of views.querySelectorAll<HTMLElement>("[data-panel]"))
      one.toggleAttribute("data-open", one.dataset["panel"] === panel);
    const close = views.querySelector<HTMLButtonElement>("[data-close]");
    if (close) close.hidden = panel === "";
    const near = touched(views, panel);
    for (const mark of views.querySelectorAll<Element>("[data-mark]")) {
      const name = mark.getAttribute("data-mark") ?? "";
      mark.classList.toggle("chosen", name === panel);
      mark.classList.toggle("near", near.has(name));
    }
  },

  start(host, set) {
    const anchored = () => {
      const name = decodeURIComponent(location.hash.slice(1));
      if (name !== "" && host.querySelector(`[data-panel="${CSS.escape(name)}"]`)) set({ chosen: name });
    };
    anchored();
    addEventListener("hashchange", anchored);
    host.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("[data-close]")) set({ chosen: "" });
      const mark = event.target instanceof Element ? event.target.closest("[data-mark]") : null;
      const name = mark?.getAttribute("data-mark");
      if (!mark || !name) return;
      event.preventDefault();
      set({ chosen: name });
      // Enter on a mark goes on to what is said of it; the map keeps its place for the way back.
      if (event.detail === 0 || mark.closest(".panel")) {
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            host.querySelector<HTMLElement>(`[data-panel="${CSS.escape(name)}"]`)?.focus(),
          ),
        );
      }
    });
    for (const map of host.querySelectorAll<SVGSVGElement>("svg.literature"))
      walk(map, (chosen) => set({ chosen }));
    host.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !(event.target as Element).closest(".panel")) return;
      const stop = [...host.querySelectorAll<SVGElement>('svg.literature [tabindex="0"]')].find((mark) =>
        mark.checkVisibility(),
      );
      stop?.focus();
    });
  },
};

/** The marks at the other end of what is chosen: a tie's two nodes, a node's ties. */
function touched(views: Element, chosen: string): ReadonlySet<string> {
  const panel = views.querySelector(`[data-panel="${CSS.escape(chosen)}"]`);
  return new Set(
    [...(panel?.querySelectorAll("[data-mark]") ?? [])].map((mark) => mark.getAttribute("data-mark") ?? ""),
  );
}

/** A chosen paper, or a tie of one, shows the papers whatever the box says. */
const isPaper = (views: Element, chosen: string) =>
  chosen !== "" && views.querySelector(`svg .papers [data-mark="${CSS.escape(chosen)}"]`) !== null;

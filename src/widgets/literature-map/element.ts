import type { Widget } from "../widget.ts";
import { leavePapers, walk } from "./keys.ts";
import { type controls, spec } from "./spec.ts";

/** Nothing is redrawn: the page holds every view and every panel, and the map says which are shown. */
export const widget: Widget<typeof controls, unknown> = {
  spec,

  show(host, { view, papers, chosen }) {
    const views = host.querySelector<HTMLElement>(".literature-views");
    if (!views) return;
    const panel = views.querySelector(`[data-panel="${CSS.escape(chosen)}"]`) ? chosen : "";
    views.dataset["view"] = view;
    if (!views.toggleAttribute("data-papers", papers || isPaper(views, panel)))
      for (const map of views.querySelectorAll<SVGSVGElement>("svg.literature")) leavePapers(map);
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

  /** What is said of the chosen mark stands on the page already. */
  words(host, { chosen }) {
    const panel = chosen === "" ? null : host.querySelector(`[data-panel="${CSS.escape(chosen)}"]`);
    const parts = [panel?.querySelector("h3"), panel?.querySelector("p:not(.facts)")].map((part) =>
      part?.textContent.replace(/\s+/g, " ").trim(),
    );
    return parts.filter(Boolean).join(". ") || undefined;
  },

  start(host, set) {
    const anchored = () => {
      const name = location.hash.slice(1);
      if (name !== "" && host.querySelector(`[data-panel="${CSS.escape(name)}"]`)) set({ chosen: name });
    };
    anchored();
    addEventListener("hashchange", anchored);
    /** On to what is said of a mark; the map keeps its place for the way back. */
    const enter = (name: string) => {
      set({ chosen: name });
      const panel = host.querySelector<HTMLElement>(`[data-panel="${CSS.escape(name)}"]`);
      requestAnimationFrame(() => requestAnimationFrame(() => panel?.focus()));
    };
    host.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("[data-close]")) set({ chosen: "" });
      const mark =
        discNear(host, event) ??
        (event.target instanceof Element ? event.target.closest("[data-mark]") : null);
      const name = mark?.getAttribute("data-mark");
      if (!mark || !name) return;
      event.preventDefault();
      if (mark.closest(".panel")) enter(name);
      else set({ chosen: name });
    });
    // A reader who comes back from a source finds the keyboard where it was left, at what is said.
    const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (visit?.type === "back_forward")
      requestAnimationFrame(() => {
        const open = host.querySelector<HTMLElement>('.panel[data-open]:not([data-panel=""])');
        if (document.activeElement === document.body) open?.focus({ preventScroll: true });
      });
    for (const map of host.querySelectorAll<SVGSVGElement>("svg.literature"))
      walk(map, (chosen) => set({ chosen }), enter);
    host.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !(event.target as Element).closest(".panel")) return;
      const stop = [...host.querySelectorAll<SVGElement>('svg.literature [tabindex="0"]')].find(
        (mark) => mark.getClientRects().length > 0,
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

/** The tie whose disc is under a finger: lines that pass close by do not win against it. */
function discNear(host: HTMLElement, { target, clientX, clientY, detail }: MouseEvent): Element | null {
  if (detail === 0 || !(target instanceof Element) || !target.closest("a.tie")) return null;
  const discs = [...host.querySelectorAll("a.tie .disc")].map((disc) => {
    const { x, y, width, height } = disc.getBoundingClientRect();
    return { disc, off: width === 0 ? 99 : Math.hypot(x + width / 2 - clientX, y + height / 2 - clientY) };
  });
  const nearest = discs.reduce((a, b) => (b.off < a.off ? b : a));
  return nearest.off < 12 ? nearest.disc.closest("a.tie") : null;
}

/** A chosen paper, or a tie of one, shows the papers whatever the box says. */
const isPaper = (views: Element, chosen: string) =>
  chosen !== "" && views.querySelector(`svg .papers [data-mark="${CSS.escape(chosen)}"]`) !== null;

import { firstOf, speaksOf } from "./address.ts";
import type { Widget } from "./widget.ts";

/**
 * All of a figure that loads with the page: it enables the controls and waits. The figure's own code and Plot come at
 * the first touch, or at once where the address describes a state of it.
 */
const widgets = import.meta.glob<Widget>("./*/element.ts", { import: "widget" });

const notLoaded =
  "The code of this figure could not be loaded. What it shows stays valid; reload the page to use its controls.";

class LiveFigure extends HTMLElement {
  #awake: Promise<void> | undefined;
  #pressed: HTMLButtonElement | null = null;
  readonly #touched = (event: Event) => {
    const { type, target } = event;
    // A button pressed before its code has come is pressed again when it is there.
    if (type === "click" && target instanceof Element) this.#pressed = target.closest("button");
    // Where marks are links, a finger's first touch opens what a mouse would open by resting. Its code is fetched at
    // the click and not before, or it might come in time to let that click through.
    if (this.hasAttribute("data-hover") && event instanceof PointerEvent && event.pointerType === "touch") {
      if (type !== "click") return;
      if (target instanceof Element && target.closest("svg a")) event.preventDefault();
    }
    this.wake();
  };
  readonly #moved = () => {
    if (speaksOf(location.hash, this.name) || this.#holds(location.hash.slice(1))) this.wake();
  };

  /** An address may lead to something inside of the figure, which shows it once it is awake. */
  #holds(anchor: string): boolean {
    const target = anchor === "" ? null : document.getElementById(anchor);
    return target !== null && target !== this && this.contains(target);
  }

  /** The figure's name: its folder, its anchor, its prefix in the address. */
  get name(): string {
    return this.getAttribute("of") ?? "";
  }

  connectedCallback(): void {
    for (const fields of this.querySelectorAll("fieldset")) fields.disabled = false;
    for (const type of touches(this)) this.addEventListener(type, this.#touched);
    addEventListener("hashchange", this.#moved);
    this.#moved();
    // A reload or a way back has a scroll position of its own; a link has not.
    const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (visit?.type !== "navigate" || firstOf(location.hash) !== this.name) return;
    const lead = () => (this.closest("figure") ?? this).scrollIntoView();
    lead();
    // What stands above may still change its height with its fonts.
    addEventListener("load", () => document.fonts.ready.then(lead), { once: true });
  }

  disconnectedCallback(): void {
    removeEventListener("hashchange", this.#moved);
  }

  /** Loads the figure's code, once; a failure is said in words and the controls rest again. */
  wake(): Promise<void> {
    this.#awake ??= Promise.all([import("./live.ts"), widgets[`./${this.name}/element.ts`]!()])
      .then(([{ live }, widget]) => {
        for (const type of touches(this)) this.removeEventListener(type, this.#touched);
        live(this, widget);
        this.dataset["awake"] = "";
        this.#pressed?.click();
      })
      .catch(() => {
        // Browsers remember a module that failed to load, so only a new page can try again.
        for (const fields of this.querySelectorAll("fieldset")) fields.disabled = true;
        for (const place of this.querySelectorAll("[data-says], [data-unloaded], [role=status]"))
          place.textContent = notLoaded;
      });
    return this.#awake;
  }
}

const touches = (host: HTMLElement) => [
  "pointerdown",
  "focusin",
  "click",
  "input",
  ...(host.hasAttribute("data-hover") ? ["pointerover"] : []),
];

customElements.define("live-figure", LiveFigure);

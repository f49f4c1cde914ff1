/** The map is one stop of the Tab key: left and right walk from mark to mark, up and down through a mark's ties. */
export function walk(
  map: SVGSVGElement,
  choose: (name: string) => void,
  enter: (name: string) => void,
): void {
  const named = (selector: string) =>
    [...map.querySelectorAll<SVGElement>(selector)].map((mark) => ({
      mark,
      name: mark.getAttribute("data-mark") ?? "",
    }));
  const ties = named("a.tie");
  const nodes = named("a.node").toSorted((a, b) => across(a.mark) - across(b.mark));
  const all = [...nodes, ...ties];
  /** The node whose ties the up and down keys walk. */
  let home = nodes.find(({ mark }) => !mark.closest(".papers")) ?? nodes[0]!;
  const stop = (at: SVGElement) => {
    for (const { mark } of all) mark.setAttribute("tabindex", mark === at ? "0" : "-1");
  };
  stop(home.mark);

  const go = (to: { mark: SVGElement; name: string } | undefined) => {
    if (!to) return;
    stop(to.mark);
    to.mark.focus();
    choose(to.name);
  };
  // A mark in a hidden layer has no box; engines differ in what checkVisibility says of it.
  const visible = ({ mark }: { mark: Element }) => mark.getClientRects().length > 0;

  map.addEventListener("focusin", ({ target }) => {
    const node = nodes.find(({ mark }) => mark === target);
    if (node) home = node;
    const one = all.find(({ mark }) => mark === target);
    if (one) stop(one.mark);
  });
  map.addEventListener("keydown", (event) => {
    const here = all.find(({ mark }) => mark === document.activeElement);
    if (event.key === "Enter" && here) {
      event.preventDefault();
      enter(here.name);
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const around = event.key === "ArrowRight" || event.key === "ArrowLeft";
    const id = home.name.replace(/^node-/, "");
    const list = around
      ? nodes.filter(visible)
      : [
          home,
          ...ties
            .filter(({ mark }) => mark.dataset["from"] === id || mark.dataset["to"] === id)
            .filter(visible),
        ];
    const at = list.findIndex(({ mark }) => mark === (around ? home.mark : document.activeElement));
    go(list[(at + step + list.length) % list.length]);
  });
}

/** When the papers go, the map's one tab stop does not stay behind among them. */
export function leavePapers(map: SVGSVGElement): void {
  const stop = map.querySelector('.papers [tabindex="0"]');
  if (!stop) return;
  stop.setAttribute("tabindex", "-1");
  map.querySelector("a.node:not(.paper)")?.setAttribute("tabindex", "0");
}

const across = (mark: SVGElement) =>
  Number(/translate\(([\d.]+)/.exec(mark.getAttribute("transform") ?? "")?.[1]);

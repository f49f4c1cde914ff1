/**
 * Symbols that answer. In equations, their legends and the controls of the page's figures, everything that stands for
 * the same symbol of the same loss lights up together. An equation is one tab stop: the arrow keys light its symbols in
 * turn and say them in words, Enter goes to the control that the lit symbol stands for, or to its words, which stand on
 * the loss's own page where they do not stand on this one. Nothing inside <math> takes the focus, because assistive
 * technology walks a formula in its own way.
 */

const selector = "[data-symbol], [data-moves]";

/** What an element stands for, as `tversky.falseNegative`; a control may move a symbol of several losses. */
function namesOf(element: Element): readonly string[] {
  const moves = element.getAttribute("data-moves");
  if (moves !== null) return moves.split(" ");
  const loss = element.closest<HTMLElement>("[data-loss]")?.dataset["loss"];
  return [`${loss}.${element.getAttribute("data-symbol")}`];
}

function relatives(element: Element): Element[] {
  const names = namesOf(element);
  return [...document.querySelectorAll(selector)].filter((other) =>
    namesOf(other).some((name) => names.includes(name)),
  );
}

function light(element: Element | null): void {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (element) for (const relative of relatives(element)) relative.classList.add("lit");
}

const symbolAt = (event: Event) => (event.target instanceof Element ? event.target.closest(selector) : null);

/** What a reader who cannot see the light is told. */
function say(symbol: Element): void {
  const status = document.querySelector(".symbol-status") ?? document.createElement("p");
  status.className = "symbol-status visually-hidden";
  status.setAttribute("role", "status");
  document.body.append(status);
  const told = symbol.closest<HTMLElement>(".equation")?.dataset["meanings"];
  const words = (JSON.parse(told ?? "{}") as Record<string, string>)[
    symbol.getAttribute("data-symbol") ?? ""
  ];
  const entry = relatives(symbol).find((relative) => relative.matches("li"));
  status.textContent = words ? `${symbol.textContent} ${words}` : (entry ?? symbol).textContent.trim();
}

/** Where Enter leads: a control first, then the words, here or on the loss's page, then the equation. */
function goTo(element: Element): void {
  const others = relatives(element).filter((other) => other !== element);
  const target =
    others.find((other) => other.matches("input, select, button")) ??
    others.find((other) => (element.matches("li") ? other.closest("math") : other.matches("li")));
  const page = element.closest<HTMLElement>(".equation")?.dataset["words"];
  if (!target && page) {
    location.assign(`${page}#symbol-${namesOf(element)[0]?.replace(".", "-")}`);
    return;
  }
  const stop = target?.closest<HTMLElement>("input, select, button, li, .math-display");
  stop?.focus();
  stop?.scrollIntoView({ block: "nearest" });
  // The focus on an equation lights nothing by itself.
  if (target?.closest("math")) light(target);
}

/** Lights the next symbol of the equation that has the focus, the first where none is lit. */
function move(equation: Element, step: number): void {
  // A symbol that stands in several places is lit in all of them at once, so it is one step.
  const symbols = [...equation.querySelectorAll("math [data-symbol]")].filter(
    (one, k, all) => all.findIndex((other) => namesOf(other)[0] === namesOf(one)[0]) === k,
  );
  const lit = symbols.findIndex((symbol) => symbol.matches(".lit"));
  const next = symbols[lit < 0 ? 0 : (lit + step + symbols.length) % symbols.length];
  if (!next) return;
  light(next);
  say(next);
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

for (const entry of document.querySelectorAll(".symbols [data-symbol]")) entry.setAttribute("tabindex", "0");

document.addEventListener("pointerover", (event) => {
  const symbol = symbolAt(event);
  // What scrolls under a resting pointer does not put out what the keyboard lit.
  if (symbol || !document.activeElement?.closest(".equation .math-display")) light(symbol);
});
document.addEventListener("focusin", (event) => light(symbolAt(event)));
document.addEventListener("click", (event) => {
  const symbol = symbolAt(event);
  if (symbol?.closest("math")) goTo(symbol);
});
document.addEventListener("keydown", (event) => {
  const focused = event.target instanceof Element ? event.target : null;
  const equation = focused?.closest(".equation .math-display");
  const symbol = equation?.querySelector("math .lit") ?? symbolAt(event);
  if (event.key === "Escape") light(null);
  if (event.key === "Enter" || event.key === " ") {
    if (!symbol || focused?.closest("input, select, button, a")) return;
    event.preventDefault();
    goTo(symbol);
  }
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (equation?.querySelector("math [data-symbol]") && step) {
    event.preventDefault();
    move(equation, step);
  }
});

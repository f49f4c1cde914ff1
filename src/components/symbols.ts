/**
 * Symbols that answer. In an equation, its legend and any control on the page, everything that carries the same
 * `data-symbol` within the same loss lights up together. An equation is one tab stop: the arrow keys light its symbols
 * in turn and say them in words, Enter goes to the control that the lit symbol stands for, or to its words. Nothing
 * inside <math> takes the focus, because assistive technology walks a formula in its own way.
 */

const selector = "[data-symbol]";

const lossOf = (element: Element) => element.closest<HTMLElement>("[data-loss]")?.dataset["loss"];

function relatives(element: Element): Element[] {
  const symbol = element.getAttribute("data-symbol");
  const loss = lossOf(element);
  return [...document.querySelectorAll(`[data-symbol="${CSS.escape(symbol ?? "")}"]`)].filter(
    (other) => lossOf(other) === loss,
  );
}

function light(element: Element | null): void {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (element) for (const relative of relatives(element)) relative.classList.add("lit");
}

const symbolAt = (event: Event) => (event.target instanceof Element ? event.target.closest(selector) : null);

/** What a reader who cannot see the light is told. */
function say(symbol: Element): void {
  const words = relatives(symbol).find((relative) => relative.matches("li"));
  const status = document.querySelector(".symbol-status") ?? document.createElement("p");
  status.className = "symbol-status visually-hidden";
  status.setAttribute("role", "status");
  document.body.append(status);
  status.textContent = words?.textContent?.trim() ?? symbol.textContent;
}

/** Where Enter leads: a control first, then the words, then the equation. */
function goTo(element: Element): void {
  const others = relatives(element).filter((other) => other !== element);
  const target =
    others.find((other) => other.matches("input, select, button")) ??
    others.find((other) => (element.matches("li") ? other.closest("math") : other.matches("li")));
  const stop = target?.closest<HTMLElement>("input, select, button, li, .math-display");
  stop?.focus();
  stop?.scrollIntoView({ block: "nearest" });
  // The focus on an equation lights nothing by itself.
  if (target?.closest("math")) light(target);
}

/** Lights the next symbol of the equation that has the focus, the first where none is lit. */
function move(equation: Element, step: number): void {
  const symbols = [...equation.querySelectorAll(`math ${selector}`)];
  const lit = symbols.findIndex((symbol) => symbol.matches(".lit"));
  const next = symbols[lit < 0 ? 0 : (lit + step + symbols.length) % symbols.length];
  if (!next) return;
  light(next);
  say(next);
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

for (const entry of document.querySelectorAll(`.symbols ${selector}`)) entry.setAttribute("tabindex", "0");

document.addEventListener("pointerover", (event) => light(symbolAt(event)));
document.addEventListener("focusin", (event) => light(symbolAt(event)));
document.addEventListener("click", (event) => {
  const symbol = symbolAt(event);
  if (symbol?.closest("math")) goTo(symbol);
});
document.addEventListener("keydown", (event) => {
  const focused = event.target instanceof Element ? event.target : null;
  const equation = focused?.closest(".equation .math-display");
  const symbol = equation?.querySelector(`math ${selector}.lit`) ?? symbolAt(event);
  if (event.key === "Escape") light(null);
  if (event.key === "Enter" || event.key === " ") {
    if (!symbol || symbol.matches("input, select, button")) return;
    event.preventDefault();
    goTo(symbol);
  }
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (equation?.querySelector(`math ${selector}`) && step) {
    event.preventDefault();
    move(equation, step);
  }
});

/**
 * Symbols that answer. In an equation, its legend and any control on the page, everything that carries the same
 * `data-symbol` within the same loss lights up together. In an equation one symbol is a tab stop and the arrow keys
 * move between them; Enter goes to the control that the symbol stands for, or to its words.
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

function prepare(equation: Element): void {
  const symbols = [...equation.querySelectorAll<HTMLElement>(`math ${selector}`)];
  for (const [index, symbol] of symbols.entries()) {
    const words = relatives(symbol)
      .find((relative) => relative.matches("li"))
      ?.textContent?.trim();
    symbol.setAttribute("tabindex", index === 0 ? "0" : "-1");
    symbol.setAttribute("role", "button");
    if (words) symbol.setAttribute("aria-label", words);
  }
}

/** Where Enter leads: a control first, then the words, then the equation. */
function goTo(element: Element): void {
  const others = relatives(element).filter((other) => other !== element);
  const target =
    others.find((other) => other.matches("input, select, button")) ??
    others.find((other) => (element.matches("li") ? other.closest("math") : other.matches("li")));
  if (!(target instanceof HTMLElement || target instanceof MathMLElement)) return;
  if (target.matches("li")) target.setAttribute("tabindex", "-1");
  target.focus();
  target.scrollIntoView({ block: "nearest" });
}

function move(from: Element, step: number): void {
  const symbols = [...(from.closest("math")?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const next = symbols[(symbols.indexOf(from as HTMLElement) + step + symbols.length) % symbols.length];
  for (const symbol of symbols) symbol.setAttribute("tabindex", symbol === next ? "0" : "-1");
  next?.focus();
}

for (const equation of document.querySelectorAll(".equation")) prepare(equation);
for (const entry of document.querySelectorAll(`.symbols ${selector}`)) entry.setAttribute("tabindex", "0");

document.addEventListener("pointerover", (event) => light(symbolAt(event)));
document.addEventListener("focusin", (event) => light(symbolAt(event)));
document.addEventListener("click", (event) => {
  const symbol = symbolAt(event);
  if (symbol?.closest("math")) goTo(symbol);
});
document.addEventListener("keydown", (event) => {
  const symbol = symbolAt(event);
  if (!symbol) return;
  if (event.key === "Escape") light(null);
  if ((event.key === "Enter" || event.key === " ") && !symbol.matches("input, select, button")) {
    event.preventDefault();
    goTo(symbol);
  }
  if (!symbol.closest("math")) return;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    move(symbol, step);
  }
});

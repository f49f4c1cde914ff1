/** The citation style that the reader chose, for every reference of every page and the next visit. */

export {};

const root = document.documentElement;

function choose(style: string): void {
  root.dataset["citation"] = style;
  for (const button of document.querySelectorAll<HTMLElement>("[data-choose]"))
    button.setAttribute("aria-pressed", String(button.dataset["choose"] === style));
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>("[data-choose]");
  if (!button) return;
  const style = button.dataset["choose"] ?? "";
  choose(style);
  try {
    localStorage.setItem("citation", style);
  } catch {
    // Storage may be denied; the style then lasts for this page.
  }
});
choose(root.dataset["citation"] ?? "apa");

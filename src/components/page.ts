import "./cards.ts";
import "./citation-style.ts";
import "./page-tools.ts";

/** What every page does once a script runs: the theme switch and the contents that follow the reader. */

function themeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>(".theme-switch");
  if (!button) return;
  const root = document.documentElement;
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset["theme"] ?? (prefersDark.matches ? "dark" : "light")) === "dark";
  const label = () => {
    button.textContent = dark() ? "Light" : "Dark";
    button.setAttribute("aria-label", dark() ? "Switch to the light theme" : "Switch to the dark theme");
  };
  button.hidden = false;
  label();
  prefersDark.addEventListener("change", label);
  button.addEventListener("click", () => {
    const theme = dark() ? "light" : "dark";
    root.dataset["theme"] = theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Storage may be denied; the theme then lasts for this page.
    }
    label();
  });
}

function contentsFollow(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".contents a")];
  if (links.length === 0 || !("IntersectionObserver" in window)) return;
  const sections = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  const update = () => {
    const passed = sections.filter(({ heading }) => heading.getBoundingClientRect().top < innerHeight * 0.3);
    const current = (passed.at(-1) ?? sections[0])?.link;
    for (const { link } of sections) {
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(update, { rootMargin: "0px 0px -70% 0px", threshold: [0, 1] });
  for (const { heading } of sections) observer.observe(heading);
  update();
}

/** Buttons that carry their text in `data-copy`, or name what to copy in their block; without script they are not shown. */
function copyButtons(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button.copy")) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(textOf(button));
      button.textContent = "Copied";
      setTimeout(() => {
        button.textContent = label;
      }, 1500);
    });
  }
}

function textOf(button: HTMLButtonElement): string {
  const { copy, copies } = button.dataset;
  if (copy !== undefined) return copy;
  return button.closest("div, li")?.querySelector<HTMLElement>(copies ?? "")?.innerText ?? "";
}

/** Search comes with its first use; Control or Command with K opens it too, which no text field needs. */
function searchButton(): void {
  const button = document.querySelector<HTMLButtonElement>(".search-open");
  if (!button) return;
  const open = async () => (await import("./search.ts")).openSearch();
  button.hidden = false;
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    void open();
  });
}

searchButton();
themeSwitch();
contentsFollow();
copyButtons();

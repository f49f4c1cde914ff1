/**
 * Small things for readers: a link to every heading, equation and claim that can be copied, a reading mode without
 * citations, and a note to the maintainers that says page, version and state.
 */

export {};

const root = document.documentElement;

/** Headings get the link that sections have already; its sign is drawn, so that the text of a heading stays its own. */
function anchors(): void {
  for (const heading of document.querySelectorAll<HTMLElement>("main :is(h2, h3)[id]")) {
    if (heading.querySelector(".anchor")) continue;
    const link = document.createElement("a");
    link.className = "anchor drawn";
    link.href = `#${heading.id}`;
    link.setAttribute("aria-label", `Link to ${heading.textContent}`);
    heading.append(link);
  }
}

/** Following a link to a place of this page copies its full address as well. */
function copyAddresses(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a.anchor");
    if (link) void navigator.clipboard?.writeText(link.href).then(() => say("Link copied"));
  });
}

function say(text: string): void {
  const status = document.querySelector(".page-status") ?? document.createElement("p");
  status.className = "page-status";
  status.setAttribute("role", "status");
  document.body.append(status);
  status.textContent = text;
  setTimeout(() => {
    status.textContent = "";
  }, 1500);
}

function readingMode(): void {
  const button = document.querySelector<HTMLButtonElement>(".reading-switch");
  if (!button) return;
  const show = () => button.setAttribute("aria-pressed", String(root.dataset["reading"] === "plain"));
  show();
  button.addEventListener("click", () => {
    const plain = root.dataset["reading"] !== "plain";
    root.dataset["reading"] = plain ? "plain" : "full";
    try {
      localStorage.setItem("reading", plain ? "plain" : "full");
    } catch {
      // Storage may be denied; the mode then lasts for this page.
    }
    show();
  });
}

/** What a maintainer needs to see the same: the address with the state of every figure, the version, the words marked. */
function note(version: string): string {
  const marked = String(getSelection() ?? "").trim();
  const theme = root.dataset["theme"] ?? "as the system has it";
  return [
    `Page: ${location.href}`,
    `Version: ${version}`,
    `Window: ${innerWidth} by ${innerHeight}, theme ${theme}`,
    ...(marked === "" ? [] : [`Words: ${marked}`]),
    "",
    "What is wrong: ",
  ].join("\n");
}

function feedback(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-note]")) {
    link.addEventListener("click", () => {
      const url = new URL(link.href);
      url.searchParams.set("body", note(link.dataset["note"] ?? ""));
      link.href = url.href;
    });
  }
  const button = document.querySelector<HTMLButtonElement>("button[data-note]");
  if (!button) return;
  if (!navigator.clipboard) button.hidden = true;
  // The press must not take away the words that the reader marked.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () =>
    navigator.clipboard.writeText(note(button.dataset["note"] ?? "")).then(() => say("Note copied")),
  );
}

anchors();
copyAddresses();
readingMode();
feedback();

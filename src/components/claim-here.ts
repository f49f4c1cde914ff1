/**
 * A claim where it stands: pressing its mark opens what the page of claims knows of it below the sentence, with the
 * button that runs its check. The record is that page's own, cut out of it by the build (scripts/publish/claims.ts) and
 * fetched at the press; without a script the mark stays the link that it is.
 */
import "../widgets/claim-runner/element.ts";

const open = new WeakMap<HTMLAnchorElement, HTMLElement>();

/** Opens the record of the claim below the block that the mark stands in, or closes it. */
export async function toggleClaim(mark: HTMLAnchorElement, closeCard: () => void): Promise<void> {
  const shown = open.get(mark);
  if (shown) return close(mark, shown, closeCard);
  if (mark.ariaBusy) return;
  mark.ariaBusy = "true";
  try {
    show(mark, await recordAt(mark.href.replace("#", "records/").concat(".txt")), closeCard);
  } finally {
    mark.ariaBusy = null;
  }
}

function show(mark: HTMLAnchorElement, record: Document, closeCard: () => void): void {
  const panel = document.createElement("div");
  panel.className = "claim-here";
  panel.tabIndex = -1;
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", "The claim, its sources and its check");
  for (const child of record.body.children) panel.append(document.importNode(child, true));
  for (const button of panel.querySelectorAll<HTMLButtonElement>("button[data-run]")) button.disabled = false;
  panel.append(foot(mark, () => close(mark, panel, closeCard)));
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(mark, panel, closeCard);
  });
  const block = mark.closest("p, li, dd, td") ?? mark;
  if (block.matches("p")) block.after(panel);
  else block.append(panel);
  mark.ariaExpanded = "true";
  open.set(mark, panel);
  closeCard();
  (panel.querySelector<HTMLElement>("button[data-run]") ?? panel).focus();
}

function foot(mark: HTMLAnchorElement, closes: () => void): HTMLElement {
  const line = document.createElement("p");
  line.className = "facts";
  const link = Object.assign(document.createElement("a"), {
    href: mark.href,
    textContent: "on the page of all claims",
  });
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
  button.addEventListener("click", closes);
  line.append(button, " ", link);
  return line;
}

function close(mark: HTMLAnchorElement, panel: HTMLElement, closeCard: () => void): void {
  panel.remove();
  open.delete(mark);
  mark.ariaExpanded = "false";
  mark.focus();
  // The focus would open the card of the mark, which was not asked for.
  closeCard();
}

/** A record as a document. A request of this kind parses it, so that no script needs to be trusted with markup. */
function recordAt(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.overrideMimeType("text/html");
    request.onload = () =>
      request.status === 200 && request.responseXML
        ? resolve(request.responseXML)
        : reject(new Error(`${address}: ${request.status}`));
    request.onerror = () => reject(new Error(`${address}: no answer`));
    request.send();
  });
}

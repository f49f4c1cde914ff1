/**
 * Cards: what a citation, a number or a term refers to, shown where the reader is. The trigger stays a plain link.
 * The card opens on hover, focus and first touch, stays while the pointer is on it, and closes on Escape (WCAG 1.4.13).
 * Its content is cloned from the element that the link points to, so nothing is stored twice.
 */

const triggers = "a[data-card], main :is(.term, .num, .mark)[title], a[data-says]";
const claims = "main a:is(.mark, .claim-link)";

/** The card that is open and how to close it; one at a time. */
const state: { close?: (() => void) | undefined; touched?: HTMLAnchorElement | undefined } = {};

function cardOf(trigger: HTMLAnchorElement): HTMLElement | undefined {
  const parts = (trigger.dataset["card"] ?? "").split(" ").flatMap((id) => {
    const source = document.getElementById(id);
    const content = source instanceof HTMLTemplateElement ? source.content : source;
    return content ? [content] : [];
  });
  const says = saying(trigger);
  if (parts.length === 0 && says === "") return undefined;
  const card = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.setAttribute("role", "tooltip");
  card.popover = "manual";
  for (const part of parts) {
    const block = document.createElement("div");
    block.className = "part";
    for (const child of part.childNodes) block.append(child.cloneNode(true));
    for (const skip of block.querySelectorAll("[id], .not-in-card, .Z3988")) {
      if (skip.matches(".not-in-card, .Z3988")) skip.remove();
      else skip.removeAttribute("id");
    }
    // The trigger leads where the card's links lead: a keyboard reader need not walk through each card as well.
    for (const link of block.querySelectorAll<HTMLElement>("a, button, summary, [tabindex]"))
      link.tabIndex = -1;
    card.append(block);
  }
  if (parts.length === 0) card.append(says);
  return card;
}

/** Terms, numbers and kinds carry one sentence as their title; it moves, so that the browser's own hint stays away. */
function saying(trigger: HTMLElement): string {
  if (trigger.title !== "") {
    trigger.dataset["says"] = trigger.title;
    trigger.removeAttribute("title");
  }
  return trigger.dataset["says"] ?? "";
}

function place(card: HTMLElement, trigger: HTMLElement): void {
  const gap = 6;
  const anchor = trigger.getBoundingClientRect();
  const size = card.getBoundingClientRect();
  const left = Math.max(8, Math.min(anchor.left, innerWidth - size.width - 8));
  const below = anchor.bottom + gap;
  const fits = below + size.height < innerHeight || anchor.top < size.height + gap;
  card.style.left = `${left}px`;
  card.style.top = `${fits ? below : anchor.top - size.height - gap}px`;
}

function open(trigger: HTMLAnchorElement): void {
  state.close?.();
  const card = cardOf(trigger);
  if (!card) return;
  let waiting = 0;
  const stay = () => clearTimeout(waiting);
  const leave = () => {
    stay();
    waiting = window.setTimeout(() => state.close?.(), 250);
  };
  trigger.after(card);
  card.showPopover?.();
  place(card, trigger);
  trigger.setAttribute("aria-describedby", card.id);
  card.addEventListener("pointerenter", stay);
  card.addEventListener("pointerleave", leave);
  trigger.addEventListener("pointerleave", leave);
  trigger.addEventListener("pointerenter", stay);
  state.close = () => {
    stay();
    trigger.removeEventListener("pointerleave", leave);
    trigger.removeEventListener("pointerenter", stay);
    trigger.removeAttribute("aria-describedby");
    card.remove();
    state.close = undefined;
  };
}

const triggerAt = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(triggers) : null;

/** Where the pointer is, and whether it has rested since Escape: what a closed card uncovers must not open its own. */
const pointer = { x: Number.NaN, y: Number.NaN, dismissed: false };

function follow({ clientX, clientY }: PointerEvent): void {
  if (clientX !== pointer.x || clientY !== pointer.y) pointer.dismissed = false;
  pointer.x = clientX;
  pointer.y = clientY;
}

document.addEventListener("pointermove", follow, { passive: true });
document.addEventListener("pointerover", (event) => {
  follow(event);
  const trigger = triggerAt(event);
  if (pointer.dismissed || event.pointerType !== "mouse") return;
  if (trigger && !trigger.hasAttribute("aria-describedby")) open(trigger);
});
document.addEventListener("focusin", (event) => {
  const trigger = triggerAt(event);
  if (trigger?.matches(":focus-visible")) open(trigger);
});
document.addEventListener("focusout", (event) => {
  if (triggerAt(event)) state.close?.();
});
document.addEventListener("pointerdown", (event) => {
  const trigger = triggerAt(event);
  if (!trigger && !(event.target instanceof Element && event.target.closest(".card"))) state.close?.();
  state.touched =
    event.pointerType === "touch" &&
    trigger &&
    !trigger.matches(claims) &&
    !trigger.hasAttribute("aria-describedby")
      ? trigger
      : undefined;
});
// A plain press of a claim's mark opens the claim where it stands; what cannot be had there is a page away.
document.addEventListener("click", async (event) => {
  const mark = event.target instanceof Element && event.target.closest<HTMLAnchorElement>(claims);
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    await (await import("./claim-here.ts")).toggleClaim(mark, () => state.close?.());
  } catch {
    location.assign(mark.href);
  }
});
// The first touch shows the card, the second follows the link.
document.addEventListener("click", (event) => {
  const trigger = triggerAt(event);
  if (!trigger || trigger !== state.touched) return;
  event.preventDefault();
  open(trigger);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !state.close) return;
  pointer.dismissed = true;
  state.close();
});
addEventListener("scroll", () => state.close?.(), { passive: true });

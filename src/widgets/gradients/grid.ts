import { rowOf } from "../../experiments/protocol.ts";
import { element } from "../../plots/svg.ts";
import type { Spoken } from "./spec.ts";

export type Space = "logits" | "probabilities";
export const spaces: readonly Space[] = ["logits", "probabilities"];

/** The two curves have inks of their own; further classes of a reader's mask take the accents in turn. */
const more = ["tunable", "metric", "per-pixel", "overlap", "warning"] as const;
/** From this many classes beside the background on, an ink stands for more than one. */
export const inkCount = 2 + more.length;
export const inkOf = (c: number): string =>
  ["background", "curve-1", "curve-2"][c] ?? more[(c - 3) % more.length]!;

export type Make = (tag: string, name: string, ...children: readonly (Node | string)[]) => HTMLElement;

export const maker =
  (document: Document): Make =>
  (tag, name, ...children) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  };

/** Every loss as a pair of pictures, each with the shares of its gradient by the true class of the pixel. */
export function voicesGrid(
  document: Document,
  heard: readonly Spoken[],
  names: readonly string[],
  picture: (voice: number, space: Space) => Element,
): HTMLElement {
  const make = maker(document);
  return make(
    "div",
    "voices",
    ...heard.map((spoken, voice) =>
      make(
        "section",
        "voice",
        make("p", "heading", rowOf(spoken.row).title, " ", make("span", "value", spoken.value.toFixed(3))),
        make(
          "div",
          "tiles",
          ...spaces.map((space) => {
            const shares = space === "logits" ? spoken.logitShares : spoken.probabilityShares;
            return make(
              "div",
              "tile",
              picture(voice, space),
              stacked(document, shares),
              make(
                "p",
                "shares",
                ...shares.flatMap((share, c) => [make("span", inkOf(c), part(share, names[c]!)), " "]),
              ),
              make("p", "space", `to the ${space}`),
            );
          }),
        ),
      ),
    ),
  );
}

const part = (share: number, name: string) =>
  `${name}: ${Number.isNaN(share) ? "–" : Math.round(100 * share)}`;

/** A thin bar of the whole gradient, cut by class. */
function stacked(document: Document, shares: readonly number[]): SVGElement {
  let from = 0;
  const parts = shares.map((share, c) => {
    const width = 100 * (share || 0);
    const rect = element(document, "rect", {
      x: from.toFixed(2),
      y: 0,
      width: width.toFixed(2),
      height: 4,
      class: `ink-${inkOf(c)}`,
    });
    from += width;
    return rect;
  });
  const box = { viewBox: "0 0 100 4", preserveAspectRatio: "none", class: "stacked", "aria-hidden": "true" };
  return element(document, "svg", box, ...parts);
}

import type { Reading } from "./reading.ts";
import { element, type Sheet } from "./svg.ts";

/** The arena's axis alone: how much of a frame is background, with the reference task's place and the reader's. */
export interface ShareAxis {
  readonly low: number;
  readonly high: number;
  readonly anchor: Reading;
  /** The reader's mask, if there is one yet. */
  readonly share?: number;
}

const logit = (share: number) => Math.log(share / (1 - share));
const percent = (share: number, digits = 1) => String(Number((share * 100).toFixed(digits)));

export function shareAxis({ document, width }: Sheet, { low, high, anchor, share }: ShareAxis): SVGElement {
  const [left, right, line] = [14, width - 14, 64];
  const x = (s: number) =>
    left +
    ((logit(Math.min(high, Math.max(low, s))) - logit(low)) / (logit(high) - logit(low))) * (right - left);
  const sideOf = (at: number) => (at > width * 0.7 ? "end" : at < width * 0.3 ? "start" : "middle");
  const words = (at: number, y: number, text: string, name = "faint", anchorOf = sideOf(at)) =>
    element(document, "text", { x: at.toFixed(1), y, "text-anchor": anchorOf, class: name }, text);
  const ticks = (width < 500 ? [0.5, 0.9, 0.99] : [0.5, 0.75, 0.9, 0.95, 0.99]).filter(
    (tick) => tick >= low && tick <= high,
  );
  const beyond = share === undefined || (share >= low && share <= high) ? "" : ", beyond the axis";
  const own =
    share === undefined
      ? []
      : [
          element(document, "path", { d: `M${x(share).toFixed(1)} 22V${line - 6}`, class: "own-stem" }),
          element(document, "path", { d: `M${x(share).toFixed(1)} ${line}l-6 -11h12z`, class: "own" }),
          words(x(share), 16, `your mask, ${percent(share, 2)}${beyond}`, "axis-word"),
        ];
  return element(
    document,
    "svg",
    {
      class: "chart share-axis",
      viewBox: `0 0 ${width} 108`,
      width,
      height: 108,
      role: "img",
      "aria-label": "Background share on the arena's axis",
      "aria-description":
        `The reference task lies at ${percent(anchor.value)} percent` +
        (share === undefined ? "." : `, the mask at ${percent(share, 2)} percent${beyond}.`),
    },
    element(document, "path", { d: `M${left} ${line}H${right}`, class: "grid" }),
    ...ticks.flatMap((tick) => [
      element(document, "path", { d: `M${x(tick).toFixed(1)} ${line}v5`, class: "grid" }),
      words(x(tick), line + 20, percent(tick), "faint", tick > low ? "middle" : "start"),
    ]),
    words(left, line + 38, "background share, percent"),
    // The mask's stem may pass behind the name of the reference task, which has a halo.
    ...own,
    element(document, "circle", { cx: x(anchor.value).toFixed(1), cy: line, r: 5, class: "reference" }),
    words(x(anchor.value), line - 14, `the reference task, ${percent(anchor.value)}`, "faint on-drawing"),
  );
}

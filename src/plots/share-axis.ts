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
  const [left, right, line] = [14, width - 14, 52];
  const x = (s: number) =>
    left +
    ((logit(Math.min(high, Math.max(low, s))) - logit(low)) / (logit(high) - logit(low))) * (right - left);
  const words = (at: number, y: number, text: string, name = "faint") => {
    const anchorOf = at > width * 0.7 ? "end" : at < width * 0.3 ? "start" : "middle";
    return element(document, "text", { x: at.toFixed(1), y, "text-anchor": anchorOf, class: name }, text);
  };
  const ticks = (width < 500 ? [0.5, 0.9, 0.99] : [0.5, 0.75, 0.9, 0.95, 0.99]).filter(
    (tick) => tick >= low && tick <= high,
  );
  const beyond = share === undefined || (share >= low && share <= high) ? "" : ", beyond the axis";
  const own =
    share === undefined
      ? []
      : [
          element(document, "path", {
            d: `M${x(share).toFixed(1)} ${line}l-6 12h12z`,
            class: "own",
          }),
          words(x(share), line + 30, `your mask, ${percent(share, 2)}${beyond}`, "axis-word"),
        ];
  return element(
    document,
    "svg",
    {
      class: "chart share-axis",
      viewBox: `0 0 ${width} 118`,
      width,
      height: 118,
      role: "img",
      "aria-label": "Background share on the arena's axis",
      "aria-description":
        `The reference task lies at ${percent(anchor.value)} percent` +
        (share === undefined ? "." : `, the mask at ${percent(share, 2)} percent${beyond}.`),
    },
    element(document, "path", { d: `M${left} ${line}H${right}`, class: "grid" }),
    element(document, "circle", { cx: x(anchor.value).toFixed(1), cy: line, r: 5, class: "reference" }),
    words(x(anchor.value), line - 14, `the reference task, ${percent(anchor.value)}`),
    ...ticks.flatMap((tick) => [
      element(document, "path", { d: `M${x(tick).toFixed(1)} ${line}v5`, class: "grid" }),
      words(x(tick), 98, percent(tick)),
    ]),
    words(left, 114, "background share, percent"),
    ...own,
  );
}

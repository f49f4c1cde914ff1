import type { ArenaData } from "../../plots/arena.ts";
import type { Table } from "../../plots/table.ts";
import type { StateOf } from "../controls.ts";
import type { Spec } from "../widget.ts";

/** All that the page hands over: the drawn shapes and what was measured. */
export interface Rows extends Omit<ArenaData, "share"> {
  /** Where the measured numbers come from. */
  readonly origin: string;
}

export const controls = {
  share: {
    kind: "range",
    label: "Background share of the frame",
    min: 50,
    max: 99.5,
    step: 0.5,
    initial: 97,
    unit: "percent",
  },
} as const;

export const spec: Spec<typeof controls, Rows> = {
  id: "arena",
  version: 1,
  controls,
  presets: [
    { id: "even", label: "half and half", values: { share: 50 } },
    { id: "reference", label: "the reference task", values: { share: 97 } },
    { id: "extreme", label: "one pixel in 200", values: { share: 99.5 } },
  ],
  say({ share }, { anchor }) {
    const ratio = share / (100 - share);
    const odds = ratio < 10 ? String(Number(ratio.toFixed(1))) : ratio.toFixed(0);
    const place =
      share === Number((anchor.value * 100).toFixed(1))
        ? "Here stands the reference task, and only here was anything measured."
        : share === controls.share.min
          ? "Here the review reports the families as nearly interchangeable; nothing was measured."
          : "Nothing was measured here: the shapes are drawn.";
    return (
      `At ${share} percent there ${odds === "1" ? "is one background pixel" : `are ${odds} background pixels`} for each ` +
      `curve pixel, and answering background everywhere is right on ${share} percent of them. ${place}`
    );
  },
};

export const dataOf = ({ share }: StateOf<typeof controls>, rows: Rows): ArenaData => ({
  ...rows,
  share: share / 100,
});

export function tables({ bands, anchor, anchors }: Rows): Table[] {
  return [
    {
      caption: `Measured at ${anchor.text} background, Dice baseline`,
      columns: [{ label: "class" }, { label: "IoU", numeric: true }],
      rows: anchors.map(({ label, reading }) => [label, reading.text]),
    },
    {
      caption: "Reported order as the background grows; drawn, not measured",
      columns: [{ label: "families" }, { label: "place at the extreme end" }],
      rows: bands.map(({ title, rank }) => [
        title,
        rank === 1 ? "highest" : rank === bands.length ? "lowest" : "between, not ranked among themselves",
      ]),
    },
  ];
}

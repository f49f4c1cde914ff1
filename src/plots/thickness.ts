import * as Plot from "@observablehq/plot";
import { drawn, type Sheet } from "./svg.ts";

export interface Step {
  readonly thickness: number;
  readonly tversky: number;
  readonly dice: number;
}

export interface ThicknessData {
  readonly steps: readonly Step[];
  /** Where the reader's answer stands. */
  readonly thickness: number;
  /** True where both losses are one. */
  readonly same: boolean;
}

export const lowest = (steps: readonly Step[], of: "tversky" | "dice"): Step =>
  steps.reduce((best, step) => (step[of] < best[of] ? step : best));

/** Loss against the boldness of the answer: where the curve is lowest is how bold the loss wants the answer. */
export function thicknessChart(sheet: Sheet, { steps, thickness, same }: ThicknessData): SVGSVGElement {
  const series = [
    { id: "dice", title: "Dice", ink: "overlap" },
    ...(same ? [] : [{ id: "tversky", title: "Tversky", ink: "tunable" } as const]),
  ] as const;
  const last = steps.at(-1)!;
  const best = series.map((one) => ({ ...one, step: lowest(steps, one.id) }));
  const description = best
    .map(({ title, step, id }) => `${title} is lowest, ${step[id].toFixed(3)}, at ${step.thickness} pixels`)
    .join("; ");
  return drawn(
    sheet,
    { label: "Loss against the boldness of the answer", description: `${description}.` },
    {
      height: Math.round(sheet.width * 0.74),
      marginLeft: 34,
      marginRight: 62,
      marginTop: 24,
      marginBottom: 42,
      x: { domain: [0, last.thickness], axis: null },
      y: { domain: [0, 1], axis: null },
      marks: [
        Plot.ruleY([0, 0.5, 1], { className: "grid" }),
        Plot.axisY([0, 0.5, 1], { label: null, tickSize: 0, tickFormat: (v: number) => String(v) }),
        Plot.axisX([0, 2, 4, 6, 8], { label: null, tickSize: 0 }),
        Plot.text(["loss"], {
          frameAnchor: "top-left",
          dx: -30,
          dy: -23,
          textAnchor: "start",
          text: (d) => d,
          className: "faint",
        }),
        Plot.text(["width of the answer, pixels"], {
          frameAnchor: "bottom",
          dy: 36,
          text: (d) => d,
          className: "faint",
        }),
        Plot.ruleX([thickness], { className: "here" }),
        Plot.text([thickness], {
          x: (d) => d,
          frameAnchor: "top",
          lineAnchor: "bottom",
          dy: -4,
          text: () => "this answer",
          className: "faint",
        }),
        ...best.flatMap(({ id, title, ink, step }) => [
          Plot.lineY(steps, { x: "thickness", y: id, stroke: `var(--${ink})`, strokeWidth: 2 }),
          Plot.dot([step], {
            x: "thickness",
            y: id,
            r: 5,
            fill: "var(--ground)",
            stroke: `var(--${ink})`,
            strokeWidth: 2,
          }),
          Plot.text([step], {
            x: "thickness",
            y: id,
            // Beside the rule of this answer, on which the lowest place often lies.
            dx: 7,
            dy: id === "dice" && !same ? -15 : 16,
            textAnchor: "start",
            text: () => `lowest at ${step.thickness}`,
            className: `series haloed ${ink}`,
          }),
          Plot.text([last], {
            x: "thickness",
            y: id,
            dx: 8,
            dy: same ? 0 : id === "dice" ? labelShift(last) : -labelShift(last),
            lineHeight: 1.2,
            textAnchor: "start",
            text: () => (same ? "Dice =\nTversky" : title),
            className: `series ${ink}`,
          }),
        ]),
      ],
    },
  );
}

/** Labels at the ends of two lines that run close together are moved apart. */
function labelShift({ dice, tversky }: Step): number {
  if (Math.abs(dice - tversky) > 0.08) return 0;
  return dice < tversky ? 8 : -8;
}

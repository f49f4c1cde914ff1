import type { AnswerData } from "../../plots/answer.ts";
import { short } from "../../plots/answer.ts";
import type { Table } from "../../plots/table.ts";
import type { Controls, State } from "../controls.ts";
import type { Spec } from "../widget.ts";
import { emptyMask, smoothing, weights } from "./absent.ts";
import type { Calculator } from "./calculator.ts";
import { channels, halfPrecision, logits } from "./chains.ts";
import { batchSize, ignored, objectSize, stuckAt } from "./overlap.ts";
import { gamma, onePixel, sign } from "./pixels.ts";
import { exponent, ranks, tilt } from "./tilt.ts";

/** The calculators by the name under which a question asks for one. */
export const calculators: Readonly<Record<string, Calculator>> = {
  "batch-size": batchSize,
  channels,
  "empty-mask": emptyMask,
  exponent,
  gamma,
  "half-precision": halfPrecision,
  ignored,
  logits,
  "object-size": objectSize,
  pixel: onePixel,
  ranks,
  sign,
  smoothing,
  "stuck-at": stuckAt,
  tilt,
  weights,
};

/** Which calculator a page opens, and the state in which it opens. */
export interface Rows {
  readonly figure: string;
  readonly state: State;
}

export function calculatorOf({ figure }: Rows): Calculator {
  const found = calculators[figure];
  if (!found)
    throw new RangeError(`calculator ${figure}: unknown; they are ${Object.keys(calculators).join(", ")}`);
  return found;
}

/** The calculator's controls, opening on the question's own state. */
export function controlsOf(rows: Rows): Controls {
  return Object.fromEntries(
    Object.entries(calculatorOf(rows).controls).map(([id, control]) => {
      const initial = rows.state[id];
      return [id, initial === undefined ? control : ({ ...control, initial } as typeof control)];
    }),
  );
}

export function chartOf(state: State, rows: Rows): AnswerData {
  const { title, caption, x, y } = calculatorOf(rows);
  const { lines, at, top, log, values } = calculatorOf(rows).answer(state);
  return {
    label: title,
    description: caption,
    x,
    y,
    ...(lines ? { lines } : { bars: values }),
    ...(at !== undefined && { at }),
    ...(top !== undefined && { top }),
    ...(log && { log }),
  };
}

export function table(state: State, rows: Rows): Table {
  return {
    caption: calculatorOf(rows).title,
    columns: [{ label: "What" }, { label: "Value", numeric: true }],
    rows: calculatorOf(rows)
      .answer(state)
      .values.map(({ label, value, note }) => [note ? `${label}: ${note}` : label, short(value)]),
  };
}

export function specOf(rows: Rows): Spec<Controls, Rows> {
  return {
    id: "calculator",
    version: 1,
    controls: controlsOf(rows),
    presets: [],
    say: (state) => calculatorOf(rows).answer(state).says,
  };
}

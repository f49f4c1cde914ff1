/**
 * The one table of a figure's controls. Inputs are drawn from it, the address is read and written from it, and every
 * value that comes from outside is clamped by it, so that no address can bring a figure into a state without a control.
 */
export type Controls = Readonly<Record<string, Control>>;

export type Control = NumberControl | ChoiceControl | CheckControl | NameControl;

interface Labelled {
  /** What the reader is setting, in words. */
  readonly label: string;
  /** A few words more, under the control. */
  readonly hint?: string;
  /** The symbols of equations that it moves, as `tversky.falseNegative`: each is linked to this control, and back. */
  readonly moves?: readonly string[];
  /** Set by the figure's own marks, or by an input that the figure puts elsewhere: none is drawn in the table's place. */
  readonly unseen?: true;
  /** Rarely turned: it stands folded away, so that what matters most is near its picture. */
  readonly rare?: true;
}

export interface NumberControl extends Labelled {
  /** A range is a slider with a number field beside it; a number is the field alone. */
  readonly kind: "range" | "number";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
  readonly unit?: string;
}

export interface ChoiceControl extends Labelled {
  readonly kind: "choice";
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly initial: string;
  /** The options are stops of one quantity in their order: they are drawn as a slider. */
  readonly slider?: true;
}

export interface CheckControl extends Labelled {
  readonly kind: "check";
  readonly initial: boolean;
}

/** The name of a mark that the figure's own content has, or nothing; the figure ignores a name that it does not know. */
export interface NameControl extends Labelled {
  readonly kind: "name";
  readonly initial: "";
  readonly unseen: true;
}

export type Value = number | string | boolean;

export type State = Readonly<Record<string, Value>>;

/** The values of a table's controls, typed by the table where the table is known. */
export type StateOf<C extends Controls> = string extends keyof C
  ? State
  : { readonly [Id in keyof C]: ValueOf<C[Id]> };

type ValueOf<C extends Control> = C extends NumberControl
  ? number
  : C extends CheckControl
    ? boolean
    : C extends NameControl
      ? string
      : C extends { readonly options: readonly { readonly id: infer Option extends string }[] }
        ? Option
        : never;

/** Named settings, after the paper that uses them where there is one. */
export interface Preset<C extends Controls = Controls> {
  readonly id: string;
  readonly label: string;
  /** BibTeX key of the paper whose setting this is. */
  readonly paper?: string;
  readonly values: Partial<StateOf<C>>;
}

export function initialState<C extends Controls>(controls: C): StateOf<C> {
  return Object.fromEntries(
    Object.entries(controls).map(([id, control]) => [id, control.initial]),
  ) as StateOf<C>;
}

/** Digits after the point that a step needs: 0.05 needs two, and 1e-7, which has no point when it is written, seven. */
export function digitsOf(step: number): number {
  const [digits = "", power = "0"] = String(step).split("e");
  const written = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  return Math.max(0, written - Number(power));
}

/** The nearest value that the control can hold, or undefined where the text says nothing that it understands. */
export function parsed(control: Control, text: string): Value | undefined {
  switch (control.kind) {
    case "check":
      return text === "on" ? true : text === "off" ? false : undefined;
    case "name":
      return /^[a-z][a-z0-9-]{0,119}$|^$/.test(text) ? text : undefined;
    case "choice":
      return control.options.find(({ id }) => id === text)?.id;
    default: {
      const number = text.trim() === "" ? Number.NaN : Number(text);
      return Number.isNaN(number) ? undefined : snapped(control, number);
    }
  }
}

export function printed(control: Control, value: Value): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  if (
    typeof value === "string" ||
    control.kind === "check" ||
    control.kind === "choice" ||
    control.kind === "name"
  )
    return String(value);
  return value.toFixed(digitsOf(control.step));
}

/** Clamped into the range and put on its grid of steps. */
function snapped({ min, max, step }: NumberControl, value: number): number {
  const inside = Math.min(max, Math.max(min, value));
  const onGrid = min + Math.round((inside - min) / step) * step;
  return Number(Math.min(max, onGrid).toFixed(digitsOf(step)));
}

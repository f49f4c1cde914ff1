import type { Controls, Preset, StateOf } from "./controls.ts";

/** What every figure states about itself, without touching a page. */
export interface Spec<C extends Controls = Controls, Rows = unknown> {
  /** The folder's name. */
  readonly id: string;
  /** Raised when old addresses would be misread. */
  readonly version: number;
  readonly controls: C;
  readonly presets: readonly Preset<C>[];
  /** The address is left alone until the reader asks for a link: for figures that answer to a passing mouse. */
  readonly quiet?: true;
  /** The state in a sentence, as it stands under the controls and as a screen reader hears it. */
  say(state: StateOf<C>, rows: Rows): string;
}

/** A spec and what it does to the page. `rows` is what the page handed over as JSON, and nothing else. */
export interface Widget<C extends Controls = Controls, Rows = unknown> {
  /** A function of the rows where the controls themselves come from content. */
  readonly spec: Spec<C, Rows> | ((rows: Rows) => Spec<C, Rows>);
  /** Redraws pictures, tables and numbers inside the host. */
  show(host: HTMLElement, state: StateOf<C>, rows: Rows): void;
  /** Listeners beyond the controls', once. */
  start?(host: HTMLElement, set: (values: Partial<StateOf<C>>) => void): void;
}

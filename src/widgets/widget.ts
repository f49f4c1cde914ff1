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
  /**
   * What stands in place of the spec's words, under the controls and in a screen reader's ear, once this is shown: of
   * what a run or a worker found the state knows nothing.
   */
  words?(host: HTMLElement, state: StateOf<C>, rows: Rows): string | undefined;
  /** Listeners beyond the controls', once; `say` is for words that come later than the picture. */
  start?(host: HTMLElement, set: (values: Partial<StateOf<C>>) => void, say: (words: string) => void): void;
}

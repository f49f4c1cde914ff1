import type { Bar, Line } from "../../plots/answer.ts";
import type { Control, Controls, State } from "../controls.ts";

/** What a calculator gives for a state: one sentence, the values behind it, and curves where an axis has numbers. */
export interface Answer {
  readonly says: string;
  readonly values: readonly Bar[];
  readonly lines?: readonly Line[];
  readonly at?: number;
  readonly top?: number;
  readonly log?: boolean;
}

export interface Calculator {
  /** The finding, as a sentence. */
  readonly title: string;
  readonly caption: string;
  readonly x: string;
  readonly y: string;
  readonly controls: Controls;
  answer(state: State): Answer;
}

export const range = (
  label: string,
  min: number,
  max: number,
  step: number,
  initial: number,
  unit?: string,
) => ({ kind: "range", label, min, max, step, initial, ...(unit && { unit }) }) as const;
export const check = (label: string, initial: boolean) => ({ kind: "check", label, initial }) as const;
export const choice = (label: string, options: Readonly<Record<string, string>>) => ({
  kind: "choice" as const,
  label,
  options: Object.entries(options).map(([id, text]) => ({ id, label: text })),
  initial: Object.keys(options)[0]!,
});

/** A control that moves symbols of equations. */
export const moving = <C extends Control>(control: C, ...moves: readonly string[]): C => ({
  ...control,
  moves,
});

/** n values from `low` to `high`, both among them. */
export const grid = (low: number, high: number, n: number): number[] =>
  Array.from({ length: n }, (_, k) => low + ((high - low) * k) / (n - 1));

export const number = (state: State, id: string): number => Number(state[id]);
export const word = (state: State, id: string): string => String(state[id]);
export const yes = (state: State, id: string): boolean => state[id] === true;

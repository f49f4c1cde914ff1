import { defaultProtocol } from "../../experiments/protocol.ts";
import { measures, spread } from "../../experiments/record.ts";
import type { Line } from "../../experiments/table.ts";
import { percent } from "../lab-choices.ts";
import type { State } from "./spec.ts";

/** The record's lead of Dice over cross-entropy in F1, for each learning rate and share one value a seed, from seed 1. */
export interface Leads {
  readonly steps: number;
  readonly of: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** By how much Dice is ahead of cross-entropy in F1. */
export function leadOf(lines: readonly Line[]): number {
  const f1 = (id: string) => spread(lines.filter(({ row }) => row === id).map(measures["curve-f1"])).mean;
  return f1("dice") - f1("soft-cross-entropy");
}

/** The lead in words; after more steps than the record has, beside the record's on the same seeds and logs. */
export function sayLead(state: State, lines: readonly Line[], leads: Leads): string {
  const lead = leadOf(lines);
  if (Number.isNaN(lead)) return "";
  const ahead = (by: number) => `${Math.abs(by).toFixed(3)} ${by < 0 ? "behind" : "ahead"}`;
  const words = ` In F1 Dice is ${ahead(lead)}${lead < 0 ? "" : " of"} cross-entropy`;
  const before = leadBefore(state, lines, leads);
  if (before === undefined) return `${words}.`;
  const then = `${words}; after ${leads.steps} steps it was ${ahead(before)}`;
  if (before <= 0 || lead >= before) return `${then}.`;
  const part = lead <= 0 ? "all" : `at least ${percent(1 - lead / before)} percent`;
  return `${then}: simulated, ${part} of that gap was slow optimisation and not the loss.`;
}

function leadBefore(state: State, lines: readonly Line[], { steps, of }: Leads): number | undefined {
  const { imbalance, difficulty } = defaultProtocol;
  if (state.steps <= steps || state.imbalance !== imbalance || state.difficulty !== difficulty)
    return undefined;
  const seeds = [...new Set(lines.map(({ seed }) => seed))];
  return spread(seeds.map((seed) => of[state.rate]![state.share]![seed - 1]!)).mean;
}

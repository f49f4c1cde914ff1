import { defaultProtocol } from "../../experiments/protocol.ts";
import type { PullData } from "../../plots/first-pull.ts";
import type { Series } from "../../plots/lab.ts";
import type { Table } from "../../plots/table.ts";
import type { StateOf } from "../controls.ts";
import { within } from "../lab/tables.ts";
import { curveMeasures, measureChoice, percent, rateChoice, shareChoice } from "../lab-choices.ts";
import type { Spec } from "../widget.ts";

export const controls = {
  share: { ...shareChoice, initial: String(defaultProtocol.share) },
  measure: { ...measureChoice, rare: true },
  rate: { ...rateChoice, rare: true },
} as const;
type State = StateOf<typeof controls>;

/** For each learning rate, measure and row of the record: one value a share. */
type ByRate = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>>;

/** What the record says over its seeds. */
export interface Rows {
  readonly shares: readonly number[];
  readonly seeds: number;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly short: string;
    readonly ink: string;
    readonly dash: string;
  }[];
  readonly means: ByRate;
  /** Standard deviations of the same. */
  readonly sds: ByRate;
  /** Of the seven losses, at each share: the share of the first pull on each class, on the first seed's log. */
  readonly pulls: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly steps: number;
}

const nameOf = (state: State) => `${curveMeasures[state.measure]} of the curves`;
const indexOf = (state: State, { shares }: Rows) => shares.indexOf(Number(state.share));

/** The seven losses at the chosen share. */
export function pullsOf(state: State, rows: Rows): PullData {
  const at = indexOf(state, rows);
  const means = rows.means[state.rate]![state.measure]!;
  return {
    label: `The first pull of each loss and the ${nameOf(state)} after training, simulated`,
    description: say(state, rows),
    score: curveMeasures[state.measure],
    after: `after ${rows.steps} steps`,
    rows: rows.rows
      .filter(({ id }) => rows.pulls[id])
      .map(({ id, title }) => ({
        label: title,
        pull: rows.pulls[id]![at]!,
        score: means[id]![at]!,
        mild: means[id]![0]!,
        ...(id === "soft-cross-entropy" && { subject: true }),
      })),
  };
}

export function chartOf(state: State, rows: Rows) {
  const means = rows.means[state.rate]![state.measure]!;
  const series: Series[] = rows.rows.map(({ id, title, short, ink, dash }) => ({
    id,
    label: title,
    short,
    ink,
    ...(dash && { dash }),
    strong: true,
    points: rows.shares.map((x, k) => ({ x, y: means[id]![k]! })),
  }));
  return {
    label: `${nameOf(state)} against the background share, simulated`,
    description: say(state, rows),
    series,
    xAxis: "background share, percent",
    yAxis: `${nameOf(state)}, mean of ${rows.seeds} seeds`,
    steps: rows.shares.map((x) => ({ x, label: percent(x) })),
    at: Number(state.share),
  };
}

/**
 * How much of the gap in F1 between Dice and cross-entropy at the slower learning rate is gone at the faster one, after
 * as many steps: what is gone was slow optimisation. NaN where cross-entropy is not behind at the slower rate.
 */
export function slowPart(
  share: number,
  { shares, means }: Rows,
): { slow: number; fast: number; part: number } {
  const at = shares.indexOf(share);
  const gap = (rate: number) => {
    const f1 = means[String(rate)]!["curve-f1"]!;
    return f1["dice"]![at]! - f1["soft-cross-entropy"]![at]!;
  };
  const rates = Object.keys(means).map(Number);
  const [slow, fast] = [gap(Math.min(...rates)), gap(Math.max(...rates))];
  return { slow, fast, part: slow > 0 ? 1 - fast / slow : Number.NaN };
}

function sayGap(state: State, rows: Rows): string {
  const { slow, fast, part } = slowPart(Number(state.share), rows);
  const rates = Object.keys(rows.means).map(Number);
  const from = `At learning rate ${Math.min(...rates)}`;
  if (Number.isNaN(part))
    return `${from} cross-entropy is not behind Dice in F1 here, so there is no gap to explain.`;
  const gaps = `${from} cross-entropy is ${slow.toFixed(3)} behind Dice in F1, at ${Math.max(...rates)}`;
  if (fast <= 0) return `${gaps} no longer: simulated, all of the gap is slow optimisation and not the loss.`;
  if (part <= 0)
    return `${gaps} it is ${fast.toFixed(3)}: simulated, nothing shows that the gap is slow optimisation.`;
  return (
    `${gaps} still ${fast.toFixed(3)}: simulated, at least ${percent(part)} percent of the gap is slow optimisation ` +
    "and not the loss."
  );
}

export function say(state: State, rows: Rows): string {
  const at = indexOf(state, rows);
  const means = rows.means[state.rate]![state.measure]!;
  const onCurves = (id: string) => percent(1 - rows.pulls[id]![at]![0]!);
  const score = (id: string) => means[id]![at]!.toFixed(2);
  return (
    `At ${percent(Number(state.share))} percent background ${onCurves("soft-cross-entropy")} percent of cross-entropy’s ` +
    `first pull falls on the curves, ${onCurves("dice")} of Dice’s and ${onCurves("tversky")} of the recall-tilted ` +
    `Tversky’s. After training at learning rate ${state.rate} the ${nameOf(state)} is ${score("soft-cross-entropy")}, ` +
    `${score("dice")} and ${score("tversky")}. ${sayGap(state, rows)}`
  );
}

/** The chosen measure at every share under both learning rates, with its spread over the seeds. */
export function table(state: State, rows: Rows): Table {
  const rates = Object.keys(rows.means).sort((a, b) => Number(b) - Number(a));
  const cell = (rate: string, id: string, k: number) => {
    const of = (values: ByRate) => values[rate]![state.measure]![id]![k]!;
    return within(of(rows.means), of(rows.sds));
  };
  return {
    caption: `${nameOf(state)} by background share in percent, mean ± sd of ${rows.seeds} seeds, simulated`,
    columns: [
      { label: "Loss" },
      { label: "learning rate", numeric: true },
      ...rows.shares.map((share) => ({ label: percent(share), numeric: true })),
    ],
    rows: rows.rows.flatMap(({ id, title }) =>
      rates.map((rate) => [title, rate, ...rows.shares.map((_, k) => cell(rate, id, k))]),
    ),
  };
}

/** The first pull at the chosen share, in percent. */
export function pullTable(state: State, rows: Rows): Table {
  const classes = ["background", "curve 1", "curve 2"];
  return {
    caption: "Percent of the first pull on each class, first seed, at the chosen share",
    columns: [{ label: "Loss" }, ...classes.map((label) => ({ label, numeric: true }))],
    rows: pullsOf(state, rows).rows.map(({ label, pull }) => [
      label,
      ...pull.map((share) => (100 * share).toFixed(1)),
    ]),
  };
}

/** The record has one step budget and two rates: four times the rate stands in for four times the steps. */
const gap = { share: controls.share.initial, measure: "curve-f1" } as const;
export const spec: Spec<typeof controls, Rows> = {
  id: "lab-shares",
  version: 1,
  controls,
  presets: [
    { id: "slow", label: "under-trained", values: { ...gap, rate: "0.05" } },
    { id: "fast", label: "the same at four times the rate", values: { ...gap, rate: "0.2" } },
  ],
  say,
};

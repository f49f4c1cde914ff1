import {
  answer,
  diceLoss,
  type Line,
  line,
  marginalCosts,
  tverskyLoss,
} from "../../experiments/line-answer.ts";
import { tversky } from "../../losses/tversky.ts";
import type { Table } from "../../plots/table.ts";
import { lowest, type Step } from "../../plots/thickness.ts";
import type { NumberControl, StateOf } from "../controls.ts";
import type { Spec } from "../widget.ts";

/** The slider of a parameter is drawn from the loss's own record; only its words are the dial's. */
function weight(id: "falsePositive" | "falseNegative", label: string): NumberControl {
  const moves = [`tversky.${id}`, `focal-tversky.${id}`];
  const { range, step, initial } = tversky.parameters.find((parameter) => parameter.id === id)!;
  return { kind: "range", label, moves, min: range[0], max: range[1], step, initial };
}

export const controls = {
  alpha: weight("falsePositive", "α, weight of a stray pixel"),
  beta: weight("falseNegative", "β, weight of a missed pixel"),
  thickness: {
    kind: "range",
    label: "Width of the answer",
    moves: ["dice", "tversky"].flatMap((loss) => [`${loss}.tp`, `${loss}.fp`, `${loss}.fn`]),
    min: 0.5,
    max: 8,
    step: 0.5,
    initial: 2.5,
    unit: "px",
  },
  wander: {
    kind: "range",
    label: "Off the curve by, typically",
    min: 0,
    max: 3,
    step: 0.25,
    initial: 1,
    unit: "px",
  },
  seed: { kind: "number", label: "Seed of the frame", min: 1, max: 999, step: 1, initial: 113 },
} as const satisfies Record<string, NumberControl>;

type State = StateOf<typeof controls>;

/** The papers after which the settings are named. */
export interface Rows {
  readonly settings: readonly { readonly label: string; readonly paper: string; readonly href: string }[];
}

/** Pixels of the simulated frame. */
export const size = { width: 54, height: 42 };

export interface Dial {
  readonly state: State;
  readonly line: Line;
  readonly predicted: Uint8Array;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tversky: number;
  readonly dice: number;
  readonly miss: number;
  readonly stray: number;
  readonly steps: readonly Step[];
}

const drawn = new Map<number, Line>();

/** The frame of a seed; it is kept, for a reader who turns the other controls. */
function lineOf(seed: number): Line {
  const found = drawn.get(seed) ?? line({ seed, ...size });
  drawn.set(seed, found);
  return found;
}

const dials = new WeakMap<State, Dial>();

/** The dial of a state; picture, words and table of one state share one computation. */
export function dialOf(state: State): Dial {
  const found = dials.get(state) ?? computed(state);
  dials.set(state, found);
  return found;
}

function computed(state: State): Dial {
  const { alpha, beta, thickness, wander, seed } = state;
  const weights = { falsePositive: alpha, falseNegative: beta };
  const line = lineOf(seed);
  const answers = Array.from({ length: 16 }, (_, k) => {
    const width = (k + 1) / 2;
    return { width, masks: answer(line, { thickness: width, wander }) };
  });
  const here = answers.find(({ width }) => width === thickness)!.masks;
  return {
    state,
    line,
    ...{ predicted: here.predicted, tp: here.tp, fp: here.fp, fn: here.fn },
    tversky: tverskyLoss(here, weights),
    dice: diceLoss(here),
    ...marginalCosts(here, weights),
    steps: answers.map(({ width, masks }) => ({
      thickness: width,
      tversky: tverskyLoss(masks, weights),
      dice: diceLoss(masks),
    })),
  };
}

const isDice = ({ alpha, beta }: State) => alpha === 0.5 && beta === 0.5;
const isJaccard = ({ alpha, beta }: State) => alpha === 1 && beta === 1;

/** The numbers under the frame, as they are printed. */
export function readings(dial: Dial): Readonly<Record<string, string>> {
  const { tp, fp, fn, miss, stray } = dial;
  return {
    hits: String(tp),
    missed: String(fn),
    strays: String(fp),
    tversky: dial.tversky.toFixed(4),
    dice: dial.dice.toFixed(4),
    miss: cost(miss),
    stray: cost(stray),
    price: price(dial),
    ratio: (dial.state.beta / dial.state.alpha).toFixed(2),
  };
}

const cost = (value: number) => (Number.isNaN(value) ? "none left" : `+${value.toFixed(4)}`);

const price = ({ miss, stray }: Dial) =>
  Number.isNaN(miss / stray) ? "not defined here" : `${(miss / stray).toFixed(1)} strays`;

export function say(dial: Dial): string {
  const { state, tp, fp, fn, steps } = dial;
  const { alpha, beta } = state;
  const own = lowest(steps, "tversky").thickness;
  const dices = lowest(steps, "dice").thickness;
  const called = isDice(state)
    ? `At ½ and ½ this now is Dice: the Tversky loss is ${dial.tversky.toFixed(4)}, the Dice loss ${dial.dice.toFixed(4)}.`
    : isJaccard(state)
      ? "At 1 and 1 this is the Jaccard loss, one minus the intersection over the union."
      : `At α ${alpha} and β ${beta} the loss is lowest for an answer ${own} pixels wide; Dice asks for ${dices}.`;
  const now =
    tp === 0
      ? "The answer hits nothing here, so there is no hit left to lose."
      : `With ${tp} hits, ${fn} missed and ${fp} stray pixels, one more miss costs as much as ${price(dial)}.`;
  const blind =
    fp === fn && Math.abs(alpha + beta - 1) < 1e-9
      ? " Misses and strays are equally many, and with weights that sum to one the tilt then changes nothing."
      : "";
  return `${called} ${now}${blind}`;
}

export const spec: Spec<typeof controls, Rows> = {
  id: "tversky-dial",
  version: 1,
  controls,
  presets: [
    { id: "dice", label: "Dice: ½, ½", paper: "milletari2016vnet", values: { alpha: 0.5, beta: 0.5 } },
    {
      id: "salehi",
      label: "Salehi 2017: 0.3, 0.7",
      paper: "salehi2017tversky",
      values: { alpha: 0.3, beta: 0.7 },
    },
    { id: "jaccard", label: "Jaccard: 1, 1", values: { alpha: 1, beta: 1 } },
  ],
  say: (state) => say(dialOf(state)),
};

export function tables(dial: Dial): Table[] {
  const numbers = readings(dial);
  const { alpha, beta, seed } = dial.state;
  return [
    {
      caption: `This frame (simulated, seed ${seed}) at α ${alpha}, β ${beta}`,
      columns: [{ label: "what" }, { label: "value", numeric: true }],
      rows: [
        ["hits", numbers["hits"]!],
        ["missed pixels", numbers["missed"]!],
        ["stray pixels", numbers["strays"]!],
        ["Tversky loss", numbers["tversky"]!],
        ["Dice loss", numbers["dice"]!],
        ["one more missed pixel", numbers["miss"]!],
        ["one more stray pixel", numbers["stray"]!],
        ["price of a miss", numbers["price"]!],
        ["β/α", numbers["ratio"]!],
      ],
    },
    {
      caption: "Loss against the width of the answer",
      columns: [
        { label: "width, px" },
        { label: "Tversky loss", numeric: true },
        { label: "Dice loss", numeric: true },
      ],
      rows: dial.steps.map((step) => [
        step.thickness.toFixed(1),
        step.tversky.toFixed(4),
        step.dice.toFixed(4),
      ]),
    },
  ];
}

export const maskOf = ({ line: { width, height, truth }, predicted, tp, fp, fn }: Dial) => ({
  width,
  height,
  truth,
  predicted,
  label: `Simulated frame with one curve: ${tp} hits, ${fn} missed and ${fp} stray pixels`,
});

export const chartOf = ({ steps, state }: Dial) => ({
  steps,
  thickness: state.thickness,
  same: isDice(state),
});

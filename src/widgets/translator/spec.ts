import { causesOf, type Setting, type Sides, sidesOf } from "../../experiments/translation.ts";
import { frameOf, type Task, translationFrame } from "../../experiments/translation-frame.ts";
import { defaults } from "../../losses/convention.ts";
import { paperPresets } from "../../losses/presets.ts";
import { lossOf } from "../../losses/registry.ts";
import { switches } from "../../losses/switches.ts";
import type { Table } from "../../plots/table.ts";
import type { Controls, StateOf } from "../controls.ts";
import type { Spec } from "../widget.ts";

/** One call of one library, as content/libraries has it. */
export interface Call extends Setting {
  readonly id: string;
  readonly title: string;
  readonly task: Task;
  readonly call: string;
  readonly letters: Readonly<Record<string, string>>;
  /** The paper whose own setting this is. */
  readonly paper?: string | undefined;
  /** What the verification recorded of this call. */
  readonly run: string;
}

export interface Library {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly calls: readonly Call[];
  readonly cannot: readonly {
    readonly loss: string;
    readonly what: string;
    readonly instead?: string | undefined;
  }[];
}

export interface Rows {
  /** The libraries that were run; a test holds the options below to them. */
  readonly libraries: readonly Library[];
}

const options = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs).map(([id, label]) => ({ id, label }));

export const controls = {
  paper: {
    kind: "choice",
    label: "The setting of",
    options: options({
      long2015fcn: "Long: cross-entropy",
      milletari2016vnet: "Milletari: Dice",
      sudre2017gdl: "Sudre: generalised Dice",
      lin2017focal: "Lin: focal",
      berman2018lovasz: "Berman: Lovász-Softmax",
      salehi2017tversky: "Salehi: Tversky",
      abraham2019focaltversky: "Abraham: focal Tversky",
    }),
    initial: "salehi2017tversky",
  },
  library: {
    kind: "choice",
    label: "in the words of",
    options: options({
      keras: "Keras",
      kornia: "Kornia",
      mmsegmentation: "MMSegmentation",
      monai: "MONAI",
      "nnu-net": "nnU-Net",
      optax: "Optax",
      pytorch: "PyTorch",
      "segmentation-models-pytorch": "segmentation_models.pytorch",
      torchvision: "torchvision",
    }),
    initial: "keras",
  },
  absent: { kind: "check", rare: true, label: "leave the second curve out of the frames", initial: false },
  seed: { kind: "number", rare: true, label: "Seed of the frames", min: 1, max: 999, step: 1, initial: 12 },
} as const satisfies Controls;

type State = StateOf<typeof controls>;

export interface Translated {
  readonly call: Call;
  readonly found: Sides;
}

export interface Answer {
  readonly library: Library;
  readonly loss: string;
  readonly paper: string;
  /** Every call of the loss, the nearest to the paper first; none where the library has none. */
  readonly calls: readonly Translated[];
  /** What parts the nearest call from the paper on these frames. */
  readonly causes: readonly string[];
}

const answers = new WeakMap<State, Answer>();

/** Both sides on the frames of a state; words, code and tables of one state share one computation. */
export function answerOf(state: State, rows: Rows): Answer {
  const found = answers.get(state) ?? computed(state, rows);
  answers.set(state, found);
  return found;
}

function computed({ paper, library: id, absent, seed }: State, rows: Rows): Answer {
  const preset = paperPresets.find((each) => each.id === paper)!;
  const library = rows.libraries.find((each) => each.id === id)!;
  const frame = translationFrame({ seed, absent });
  const calls = library.calls
    .filter(({ loss }) => loss === preset.loss)
    .map((call) => ({ call, found: sidesOf(preset, call, frameOf(call.task, frame)) }))
    .sort((a, b) => farness(a, paper) - farness(b, paper));
  const [best] = calls;
  const causes = best ? causesOf(preset, best.call, frameOf(best.call.task, frame)) : [];
  return { library, loss: preset.loss, paper, calls, causes };
}

/** The paper's own setting first, then by how many switches differ, then by digits. */
const farness = ({ call, found }: Translated, paper: string) =>
  (call.paper === paper ? 0 : 100) + found.differences.length - found.digits / 16;

const figures = (value: number | undefined) =>
  value === undefined ? "no value" : value.toPrecision(7).replace("-", "\u2212");

/** Why a side has no value, without the remedy: that is one for callers of the engine. */
const reasonOf = (fault: string) => fault.split("; ")[0]!;

const verdictOf = ({ fault, digits, library }: Sides) => {
  if (fault !== undefined)
    return `${library === undefined ? "the call" : "the paper’s formula"} has no value: ${reasonOf(fault)}`;
  return digits >= 6 ? `equal to ${digits} digits` : "they differ";
};

const nameOf = (id: string) => words[id] ?? id.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

const words: Readonly<Record<string, string>> = {
  over: "what a sum runs over",
  falsePositive: "the weight of a false positive",
  falseNegative: "the weight of a false negative",
  divideBy: "what the mean divides by",
  exponentOn: "what the exponent is applied to",
};

/** A switch's value in the words of the table of switches, or as it is. */
function meant(id: string, value: unknown): string {
  const entry = (
    switches as Readonly<Record<string, { kind: string; values?: Readonly<Record<string, string>> }>>
  )[id];
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  return entry?.values?.[String(value)] ?? (Array.isArray(value) ? value.join(", ") : String(value));
}

export function say(state: State, rows: Rows): string {
  const { library, loss, calls, causes } = answerOf(state, rows);
  const [best] = calls;
  const who = `${library.name} ${library.version}`;
  if (!best) return `There is no ${lossOf(loss).title} in ${who}.`;
  const { found, call } = best;
  if (found.fault !== undefined) {
    const gives =
      found.library === undefined ? "On these frames" : `It gives ${figures(found.library)} here;`;
    const given = causes.length > 0 ? ` The call has one by ${causes.map(nameOf).join(", ")}.` : "";
    return `Nearest in ${who}: ${call.title}. ${gives} ${verdictOf(found)}.${given}`;
  }
  const sides = `${figures(found.library)} here, ${figures(found.paper)} for the paper’s setting`;
  const by = causes.length > 0 ? `, by ${causes.map(nameOf).join(", ")}` : "";
  const idle = found.differences.filter(({ id }) => !causes.includes(id)).map(({ id }) => nameOf(id));
  const also =
    idle.length > 0 ? ` What also differs changes nothing on these frames: ${idle.join(", ")}.` : "";
  return `Nearest in ${who}: ${call.title}. It gives ${sides}; ${verdictOf(found)}${by}.${also}`;
}

/** The letters of the best call in words, what the library cannot express of this loss, and the record of its run. */
export function notesOf({ library, loss, calls: [best] }: Answer): string[] {
  const letters = Object.entries(best?.call.letters ?? {}).map(
    ([letter, id]) => `${letter} is ${meaningOf(id, best!.call)}`,
  );
  const limits = library.cannot
    .filter((each) => each.loss === loss)
    .map(({ what, instead }) => `Cannot express: ${what}.${instead ? ` Instead: ${instead}.` : ""}`);
  const said = letters.length > 0 ? [`In this call ${letters.join("; ")}.`] : [];
  return [...said, ...limits, ...(best ? [best.call.run] : [])];
}

function meaningOf(id: string, { loss, convention }: Call): string {
  if (id === "positive") return "the weight of the foreground";
  if (id !== "gamma") return words[id] ?? id;
  const exponent = { ...defaults, ...convention }.exponent;
  if (loss !== "focal-tversky" || exponent === "gamma") return "the exponent";
  return exponent === "1/gamma" ? "the number whose reciprocal is the exponent" : "one minus the exponent";
}

export const codeOf = ({ calls: [best], library, loss }: Answer): string =>
  best?.call.call.trimEnd() ?? `# ${library.name} has no ${lossOf(loss).title}.`;

export function tables({ calls, causes }: Answer): Table[] {
  return [
    {
      caption: "Every call of this library for this loss, on the same frames",
      columns: [
        { label: "call" },
        { label: "its value", numeric: true },
        { label: "the paper’s", numeric: true },
        { label: "verdict" },
      ],
      rows: calls.map(({ call, found }) => [
        call.title,
        figures(found.library),
        figures(found.paper),
        verdictOf(found),
      ]),
    },
    {
      caption: "What the nearest call sets differently",
      columns: [
        { label: "switch" },
        { label: "paper" },
        { label: "library" },
        { label: "changes the value here" },
      ],
      rows: (calls[0]?.found.differences ?? []).map((each) => [
        nameOf(each.id),
        meant(each.id, each.paper),
        meant(each.id, each.library),
        causes.includes(each.id) ? "yes" : "no",
      ]),
    },
  ];
}

export const spec: Spec<typeof controls, Rows> = { id: "translator", version: 1, controls, presets: [], say };

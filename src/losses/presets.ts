import type { Convention } from "./convention.ts";
import { parseConvention } from "./convention.ts";
import { parametersOf } from "./kernel.ts";
import { lossOf } from "./registry.ts";

/** A named setting of the switches, and of the parameters, for one loss. */
export interface Preset {
  /** A paper's BibTeX key, or `library/spelling`. */
  readonly id: string;
  readonly loss: string;
  readonly convention: Partial<Convention>;
  readonly parameters: Readonly<Record<string, number>>;
  /** What the setting cannot say, or how it was read where the source is silent. */
  readonly note?: string;
}

/** The papers' own settings, by the key of the paper. */
export const paperPresets: readonly Preset[] = [
  {
    id: "long2015fcn",
    loss: "soft-cross-entropy",
    convention: { reduction: "sum" },
    parameters: {},
    note: "The paper sums over the pixels and leaves ambiguous ones out; their label is the data set's.",
  },
  {
    id: "milletari2016vnet",
    loss: "dice",
    convention: { denominator: "squared", background: "out", over: "image" },
    parameters: {},
    note: "The paper maximises D; here 1 − D.",
  },
  {
    id: "sudre2017gdl",
    loss: "generalised-dice",
    convention: { volumeWeight: "square", volumeRepair: "none" },
    parameters: {},
    note: "The paper has two classes and every label present; an absent one is an error.",
  },
  {
    id: "lin2017focal",
    loss: "focal",
    convention: { activation: "sigmoid", divideBy: "positives" },
    parameters: { gamma: 2, positive: 0.25, negative: 0.75 },
    note: "The paper divides by the assigned anchors; of pixels, by those of the foreground.",
  },
  {
    id: "berman2018lovasz",
    loss: "lovasz-softmax",
    convention: { absentClass: "formula" },
    parameters: {},
    note: "As the paper prints it, over all classes. Its authors' code has absentClass: skip.",
  },
  {
    id: "salehi2017tversky",
    loss: "tversky",
    convention: { background: "out" },
    parameters: { falsePositive: 0.3, falseNegative: 0.7 },
  },
  {
    id: "abraham2019focaltversky",
    loss: "focal-tversky",
    convention: { classReduction: "sum", exponent: "1/gamma" },
    parameters: { falsePositive: 0.3, falseNegative: 0.7, gamma: 4 / 3 },
    note: "The authors' code smooths with 1 above and below the line and pools the batch.",
  },
];

/** What a file of content/libraries says of a loss; other fields are the page's. */
interface Spelling {
  readonly id: string;
  readonly loss: string;
  readonly convention?: unknown;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly note?: string;
}

/** The presets of one library; a spelling that does not fit the switches is a RangeError that names it. */
export function libraryPresets(library: string, spellings: readonly Spelling[]): Preset[] {
  return spellings.map(({ id, loss, convention = {}, parameters = {}, note }) => {
    const name = `${library}/${id}`;
    try {
      parseConvention(convention);
      parametersOf(lossOf(loss), parameters);
    } catch (error) {
      throw new RangeError(`${name}: ${(error as Error).message}`);
    }
    return {
      id: name,
      loss,
      convention: convention as Partial<Convention>,
      parameters,
      ...(note ? { note } : {}),
    };
  });
}

/**
 * The preset of a name for a loss: a paper's key, `library/spelling`, or a library alone for its first spelling of
 * the loss. Without a loss, a full name is enough.
 */
export function presetOf(name: string, presets: readonly Preset[], loss?: string): Preset {
  const exact = presets.find(({ id }) => id === name);
  const found = exact ?? presets.find((preset) => preset.id.startsWith(`${name}/`) && preset.loss === loss);
  if (!found) {
    const known = presets.filter((preset) => !loss || preset.loss === loss).map(({ id }) => id);
    throw new RangeError(`convention ${JSON.stringify(name)}: unknown preset; there are ${known.join(", ")}`);
  }
  if (loss && found.loss !== loss)
    throw new RangeError(`convention ${name}: a preset of ${found.loss}, not of ${loss}`);
  return found;
}

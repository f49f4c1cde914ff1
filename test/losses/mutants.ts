import { evaluate, evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame, Loss, Options } from "../../src/losses/loss.ts";
import { softmaxOf } from "./frames.ts";
import type { Engine } from "./invariant.ts";

/** A divergence seen in public code, written as the engine with that one thing wrong. */
export interface Mutant {
  readonly id: string;
  readonly what: string;
  readonly engine: Engine;
}

type Change = (loss: Loss, options: Options) => Options;

/** The engine that evaluates every loss under options changed in one respect. */
function changed(change: Change): Engine {
  return {
    evaluate: (loss, frame, options = {}) => evaluate(loss as Loss, frame, change(loss as Loss, options)),
    evaluateWithGradient: (loss, frame, options = {}, buffers) =>
      evaluateWithGradient(loss as Loss, frame, change(loss as Loss, options), buffers),
  };
}

/** The engine with settings of the convention forced for some losses. */
function forced(ids: readonly string[], convention: NonNullable<Options["convention"]>): Engine {
  return changed((loss, options) =>
    ids.includes(loss.id) ? { ...options, convention: { ...options.convention, ...convention } } : options,
  );
}

/** The engine with two parameters of some losses in each other's place. */
function swapped(ids: readonly string[], a: string, b: string): Engine {
  return changed((loss, options) => {
    if (!ids.includes(loss.id)) return options;
    const initial = (id: string) => loss.parameters.find((parameter) => parameter.id === id)!.initial;
    const given = options.parameters ?? {};
    return { ...options, parameters: { ...given, [a]: given[b] ?? initial(b), [b]: given[a] ?? initial(a) } };
  });
}

/** The Lovász extension with the sorted class numbers where the sorted membership of the class belongs. */
function labelIndexed(frame: Frame): number {
  const { batch = 1, classes, pixels } = frame;
  const p = frame.logits ? softmaxOf(frame) : frame.probabilities!;
  let total = 0;
  for (let c = 0; c < classes; c++) {
    const entries = Array.from({ length: batch * pixels }, (_, i) => {
      const k = (Math.floor(i / pixels) * classes + c) * pixels + (i % pixels);
      return { label: frame.labels![i]!, error: Math.abs((frame.labels![i] === c ? 1 : 0) - p[k]!) };
    }).sort((a, b) => b.error - a.error);
    const volume = entries.reduce((sum, { label }) => sum + label, 0);
    let [inside, outside, before] = [0, 0, 0];
    for (const { label, error } of entries) {
      inside += label;
      outside += 1 - label;
      const jaccard = 1 - (volume - inside) / (volume + outside);
      total += (error * (jaccard - before)) / classes;
      before = jaccard;
    }
  }
  return total;
}

export const mutants: readonly Mutant[] = [
  {
    id: "keras-swap",
    what: "the weights of a false positive and of a false negative change places",
    engine: swapped(["tversky", "focal-tversky"], "falsePositive", "falseNegative"),
  },
  {
    id: "kornia-lovasz",
    what: "the Lovász weights come from sorted class numbers instead of the class's membership",
    engine: {
      evaluate: (loss, frame, options) =>
        loss.id === "lovasz-softmax" && frame.classes > 1 && frame.labels
          ? labelIndexed(frame)
          : evaluate(loss, frame, options),
      evaluateWithGradient,
    },
  },
  {
    id: "optax-weighted-dice",
    what: "generalised Dice divides in each class and averages with the weights",
    engine: forced(["generalised-dice"], {
      volumeForm: "mean",
      volumeNormalise: "classes",
      volumeRepair: "add-outside",
      volumeEpsilon: 1e-7,
      divideBy: "terms",
    }),
  },
  {
    id: "mmseg-numerator-mask",
    what: "ignored pixels leave the numerator only",
    engine: forced(["dice", "generalised-dice", "tversky", "focal-tversky"], { ignored: "numerator-only" }),
  },
  {
    id: "smp-power-after-mean",
    what: "focal Tversky's power is taken of the classes' mean",
    engine: forced(["focal-tversky"], { exponentOn: "mean" }),
  },
  {
    id: "odyssey-element-square",
    what: "squared Dice squares each pixel's hit, stray and miss instead of p and g",
    engine: changed((_, options) =>
      options.convention?.denominator === "squared"
        ? { ...options, convention: { ...options.convention, denominator: "element-squared" } }
        : options,
    ),
  },
  {
    id: "pooled-softmax-dice",
    what: "the classes' soft counts are added before dividing",
    engine: forced(["dice", "tversky"], { classReduction: "pooled" }),
  },
  {
    id: "focal-alpha-on-background",
    what: "focal's weights of foreground and background change places",
    engine: swapped(["focal"], "positive", "negative"),
  },
  {
    id: "gamma-as-exponent",
    what: "focal Tversky's γ is the exponent itself where the paper has 1/γ",
    engine: changed((loss, options) =>
      loss.id === "focal-tversky" && !options.convention?.exponent
        ? { ...options, convention: { ...options.convention, exponent: "gamma" } }
        : options,
    ),
  },
  {
    id: "background-before-activation",
    what: "the background channel is dropped before the softmax instead of after it",
    engine: changed((_, options) =>
      options.convention?.background === "out"
        ? { ...options, convention: { ...options.convention, background: "out-before-activation" } }
        : options,
    ),
  },
  {
    id: "softmax-focal-over-channels",
    what: "the mean of a softmax loss over pixels divides by the channels too",
    engine: forced(["focal"], { divideBy: "elements" }),
  },
];

/** One switch of a convention: what it decides, the values it takes and the one it has when nothing is said. */
export interface Choice<Value extends string> {
  readonly kind: "choice";
  readonly of: Part;
  readonly meaning: string;
  readonly values: Readonly<Record<Value, string>>;
  readonly default: Value;
}
export interface Amount {
  readonly kind: "number";
  readonly of: Part;
  readonly meaning: string;
  readonly range: readonly [number, number];
  readonly default: number;
}
/** A list of numbers, or the word that stands for none. */
export interface List<Word extends string> {
  readonly kind: "list";
  readonly of: Part;
  readonly meaning: string;
  readonly items: "integer" | "number";
  readonly default: Word;
}
/** One integer, or the word that stands for none. */
export interface Whole<Word extends string> {
  readonly kind: "integer";
  readonly of: Part;
  readonly meaning: string;
  readonly default: Word;
}
export type Switch = Choice<string> | Amount | List<string> | Whole<string>;
/** Which losses a switch has a say in: all, those over pixels, over soft counts, over sorted errors, or one loss. */
export type Part = "all" | "pixels" | "overlap" | "errors" | "generalised-dice" | "focal-tversky";

function choice<const Value extends string>(
  of: Part,
  initial: NoInfer<Value>,
  meaning: string,
  values: Readonly<Record<Value, string>>,
): Choice<Value> {
  return { kind: "choice", of, meaning, values, default: initial };
}
function amount(of: Part, initial: number, range: readonly [number, number], meaning: string): Amount {
  return { kind: "number", of, meaning, range, default: initial };
}
const unbounded = Number.MAX_VALUE;

/** Everything in which implementations of these losses differ. The command line, its schema and the pages read it. */
export const switches = {
  activation: choice(
    "all",
    "auto",
    "How logits become probabilities, and so whether classes exclude each other.",
    {
      auto: "softmax over two or more channels, sigmoid over one",
      softmax: "softmax: classes exclude each other, one term a pixel",
      sigmoid: "sigmoid in each channel: binary or multi-label, one term a pixel and channel",
      none: "none: the scores are taken as probabilities, which must lie in 0..1",
    },
  ),
  background: choice("all", "in", "Whether channel 0 of two or more is a class like the others.", {
    in: "it is one of the classes",
    out: "it takes part in the activation and is then left out of the loss",
    "out-before-activation": "it is dropped before the activation, so the softmax never sees it",
  }),
  classes: {
    kind: "list",
    of: "all",
    items: "integer",
    meaning: "The channels that the loss is made of; all, or a list such as [1, 2].",
    default: "all",
  } as List<"all">,
  ignoreIndex: {
    kind: "integer",
    of: "all",
    meaning: "The label of an ignored pixel, such as 255 or −1; none when no label is special.",
    default: "none",
  } as Whole<"none">,
  ignored: choice("all", "left-out", "What becomes of an ignored pixel.", {
    "left-out": "it is not there: no term, no soft count, not in the mean",
    counted: "its term is zero, yet a mean over pixels still divides by it",
    "numerator-only":
      "it counts as a pixel of no class: out of the numerator of an overlap score, still in its denominator",
  }),
  classWeights: {
    kind: "list",
    of: "all",
    items: "number",
    meaning: "A weight for each channel's term or score; none weighs all alike.",
    default: "none",
  } as List<"none">,
  divideBy: choice("all", "weights", "What a mean divides by; class weights are all 1 unless given.", {
    weights: "the class weights of the terms or classes: a weighted mean",
    terms: "the number of terms or classes, whatever their weights",
    pixels: "the number of pixels (losses over pixels only)",
    elements: "the number of pixels times channels (losses over pixels only)",
    positives: "the number of foreground pixels, at least 1 (losses over pixels only)",
  }),
  labelSmoothing: amount("all", 0, [0, 1], "ε: a target g becomes (1−ε)·g + ε/C; with a sigmoid, + ε/2."),
  over: choice("all", "batch", "What one sum runs over.", {
    batch: "all pixels of all images together",
    image: "the pixels of one image; images are then reduced as `reduction` says",
  }),
  reduction: choice("all", "mean", "How the values that are left, of pixels or of images, become one.", {
    mean: "their mean",
    sum: "their sum",
    none: "not at all: the value is a list, and the gradient that of its sum",
  }),
  classReduction: choice(
    "all",
    "auto",
    "How classes become one value (losses over soft counts or sorted errors).",
    {
      auto: "as the paper prints it: the sum for focal Tversky, else the mean",
      mean: "their mean",
      sum: "their sum",
      pooled: "not at all: their soft counts are added first (micro averaging)",
      none: "not at all: the value is a list over classes",
    },
  ),
  absentClass: choice(
    "all",
    "formula",
    "What a class counts that the target does not hold (not for losses over pixels).",
    {
      formula: "what the formula gives with its smoothing; 0/0 is an error that names the class",
      skip: "it is left out of the mean; 0 where no class is left",
      zero: "loss 0 without gradient, and it counts in the mean",
      one: "loss 1 without gradient, and it counts in the mean",
    },
  ),
  returns: choice("overlap", "1-score", "What is returned of a score D.", {
    "1-score": "1 − D",
    "-score": "−D",
    "-log-score": "−log D",
  }),
  denominator: choice("overlap", "linear", "What predictions and targets are added as.", {
    linear: "Σp + Σg",
    squared: "Σp² + Σg², as V-Net prints it",
    "element-squared": "each pixel's TP, FP and FN squared before adding",
  }),
  intersection: choice("overlap", "product", "How a soft hit is counted; the same for hard targets.", {
    product: "Σ p·g",
    l1: "(Σp + Σg − Σ|p−g|)/2, which is full only where p = g",
  }),
  smoothingNumerator: amount("overlap", 0, [0, unbounded], "s added above the line, in pixels."),
  smoothingDenominator: amount("overlap", 0, [0, unbounded], "s added below the line, in pixels."),
  smoothingForm: choice(
    "overlap",
    "own",
    "On which scale s is added; on TP it weighs twice what it does on 2TP.",
    {
      own: "that of the loss's own form: 2TP/(2TP+FP+FN) for Dice, TP/(TP+αFP+βFN) for Tversky",
      tp: "TP/(TP+…)",
      "2tp": "2TP/(2TP+…)",
    },
  ),
  denominatorFloor: amount(
    "overlap",
    0,
    [0, unbounded],
    "The least value of the denominator; smaller ones are raised to it.",
  ),
  scoreFloor: amount(
    "overlap",
    0,
    [0, 1],
    "The least score under −log D; smaller ones are raised to it, without slope.",
  ),
  volumeWeight: choice("generalised-dice", "square", "The weight of a class of G true pixels.", {
    square: "1/G², the paper's",
    simple: "1/G",
    uniform: "1",
  }),
  volumeRepair: choice(
    "generalised-dice",
    "none",
    "What is done about the infinite weight of an absent class.",
    {
      none: "nothing: an absent class is an error that names it",
      zero: "its weight is 0",
      maximum: "its weight is the largest finite one, or 0 where none is finite",
      "add-outside": "ε is added to G² (or G): 1/(G²+ε)",
      "add-inside": "ε is added to G before the square: 1/(G+ε)²",
      floor: "G² (or G) is at least ε: 1/max(G², ε)",
    },
  ),
  volumeEpsilon: amount("generalised-dice", 1e-5, [0, unbounded], "The ε of `volumeRepair`."),
  volumeNormalise: choice(
    "generalised-dice",
    "none",
    "Whether the weights are scaled; it matters beside smoothing only.",
    {
      none: "they are not",
      classes: "to the sum C, the number of classes",
    },
  ),
  volumeOver: choice("generalised-dice", "sum", "Over what G is counted.", {
    sum: "over what the sums run over, as `over` says",
    batch: "over the whole batch",
  }),
  volumeForm: choice("generalised-dice", "ratio", "Where the division is.", {
    ratio: "one division after the sum over classes, the paper's",
    mean: "one a class, whose losses are then averaged with the weights: a weighted Dice, not the generalised one",
  }),
  exponent: choice("focal-tversky", "1/gamma", "The exponent on 1 − T.", {
    "1/gamma": "1/γ, as the paper's eq. 4",
    gamma: "γ, as the authors' code",
    "1-gamma": "1 − γ",
  }),
  exponentOn: choice("focal-tversky", "class", "What the exponent is applied to.", {
    class: "each class, before they become one",
    mean: "their mean",
  }),
  slopeFloor: amount(
    "focal-tversky",
    1e-12,
    [0, 1],
    "The slope of (1−T)^e, e < 1, is taken at no less than this 1−T.",
  ),
  positiveWeight: amount(
    "pixels",
    1,
    [0, unbounded],
    "Weight of the foreground term behind a sigmoid (`pos_weight`).",
  ),
  clip: amount(
    "pixels",
    0,
    [0, 0.5],
    "Probabilities are held within [clip, 1−clip] before the logarithm; 0 leaves them.",
  ),
  normalise: choice(
    "pixels",
    "no",
    "Whether given probabilities are divided by their sum over the classes.",
    {
      no: "they are taken as they are",
      yes: "they are divided by their sum",
    },
  ),
  surrogate: choice("errors", "softmax", "Which errors are sorted.", {
    softmax: "|g − p| of probabilities (Lovász-Softmax)",
    hinge: "max(0, 1 − z·s) of logits, s = ±1 (Lovász hinge); channels are taken one by one",
  }),
};

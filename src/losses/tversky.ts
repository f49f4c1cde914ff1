import type { OverlapLoss } from "./loss.ts";

export const tversky: OverlapLoss<"falsePositive" | "falseNegative"> = {
  id: "tversky",
  title: "Tversky loss",
  source: { key: "salehi2017tversky", where: "eq. 3 (eq. 2 for sets)", seen: "paper" },
  printed: {
    tex: String.raw`\sym{index}{T}(\sym{falsePositive}{\alpha},\sym{falseNegative}{\beta}) =
      \frac{\sym{tp}{\sum_{i=1}^{N} p_{0i} g_{0i}}}{\sym{tp}{\sum_{i=1}^{N} p_{0i} g_{0i}}
      + \sym{falsePositive}{\alpha} \sym{fp}{\sum_{i=1}^{N} p_{0i} g_{1i}} + \sym{falseNegative}{\beta} \sym{fn}{\sum_{i=1}^{N} p_{1i} g_{0i}}}`,
    note: "Index 0 is the lesion, 1 the rest. The paper calls T the loss and does not write 1 − T.",
  },
  tex: String.raw`1 - \frac{\sym{tp}{TP}}{\sym{tp}{TP} + \sym{falsePositive}{\alpha}\,\sym{fp}{FP}
    + \sym{falseNegative}{\beta}\,\sym{fn}{FN}}`,
  symbols: [
    { id: "tp", tex: "TP", meaning: "soft count of hits: prediction times truth, added over the pixels" },
    { id: "fp", tex: "FP", meaning: "soft count of strays: prediction where the truth is not" },
    { id: "fn", tex: "FN", meaning: "soft count of misses: truth where the prediction is not" },
    {
      id: "falsePositive",
      tex: String.raw`\alpha`,
      meaning: "weight of a false positive",
      parameter: "falsePositive",
    },
    {
      id: "falseNegative",
      tex: String.raw`\beta`,
      meaning: "weight of a false negative",
      parameter: "falseNegative",
    },
  ],
  further: [{ id: "index", tex: "T", meaning: "Tversky index: 1 where the prediction is the truth" }],
  // At one half each this is Dice. Weights start above 0, where 0/0 would need no empty class.
  parameters: [
    {
      id: "falsePositive",
      tex: String.raw`\alpha`,
      meaning: "weight of a false positive",
      range: [0.01, 1],
      step: 0.01,
      initial: 0.5,
      paper: 0.3,
    },
    {
      id: "falseNegative",
      tex: String.raw`\beta`,
      meaning: "weight of a false negative",
      range: [0.01, 1],
      step: 0.01,
      initial: 0.5,
      paper: 0.7,
    },
  ],
  scores: "overlap",

  ratio: ({ falsePositive, falseNegative }) => ({
    numerator: { tp: 1, fp: 0, fn: 0 },
    denominator: { tp: 1, fp: falsePositive, fn: falseNegative },
  }),
};

import type { OverlapLoss } from "./loss.ts";

export const dice: OverlapLoss<never> = {
  id: "dice",
  title: "Dice loss",
  source: { key: "milletari2016vnet", where: "Sec. 3", seen: "paper" },
  printed: {
    tex: String.raw`\sym{score}{D} = \frac{2 \sym{tp}{\sum_i^N p_i g_i}}
      {\sym{squared-prediction}{\sum_i^N p_i^2} + \sym{squared-truth}{\sum_i^N g_i^2}}`,
    note: "Squared below the line, foreground only, and maximised: the paper does not write 1 − D.",
  },
  tex: String.raw`1 - \frac{2\,\sym{tp}{TP}}{2\,\sym{tp}{TP} + \sym{fp}{FP} + \sym{fn}{FN}}`,
  symbols: [
    { id: "tp", tex: "TP", meaning: "soft count of hits: prediction times truth, added over the pixels" },
    { id: "fp", tex: "FP", meaning: "soft count of strays: prediction where the truth is not" },
    { id: "fn", tex: "FN", meaning: "soft count of misses: truth where the prediction is not" },
  ],
  further: [
    { id: "score", tex: "D", meaning: "score that is maximised, 1 where the prediction is the truth" },
    {
      id: "squared-prediction",
      tex: String.raw`\sum_i^N p_i^2`,
      meaning: "squares of the predictions, added over the N pixels",
    },
    {
      id: "squared-truth",
      tex: String.raw`\sum_i^N g_i^2`,
      meaning: "squares of the truth, added over the N pixels: its size, where it is 0 or 1",
    },
  ],
  parameters: [],
  scores: "overlap",

  // The linear form, 2TP/(P+G), that most code uses; the paper's squares are the convention `denominator: "squared"`.
  ratio: () => ({ numerator: { tp: 2, fp: 0, fn: 0 }, denominator: { tp: 2, fp: 1, fn: 1 } }),
};

import type { OverlapLoss } from "./loss.ts";

export const generalisedDice: OverlapLoss<never> = {
  id: "generalised-dice",
  title: "Generalised Dice loss",
  source: { key: "sudre2017gdl", where: "GDL, unnumbered as seen", seen: "paper" },
  printed: {
    tex: String.raw`\sym{value}{\mathrm{GDL}} = 1 - 2\,\frac{\sum_{l=1}^{2} \sym{weight}{w_l} \sym{tp}{\sum_n r_{ln} p_{ln}}}
      {\sum_{l=1}^{2} \sym{weight}{w_l} \sym{mass}{\sum_n r_{ln} + p_{ln}}},\qquad \sym{weight}{w_l} = \frac{1}{\bigl(\sym{volume}{\sum_{n=1}^{N} r_{ln}}\bigr)^2}`,
    note: "Two classes with the background; weights from the reference; no ε, so every label must be present.",
  },
  tex: String.raw`1 - \frac{2 \sum_{c} \sym{weight}{w_c}\,\sym{tp}{TP_c}}
    {\sum_{c} \sym{weight}{w_c}\,(2\,\sym{tp}{TP_c} + \sym{fp}{FP_c} + \sym{fn}{FN_c})},\qquad \sym{weight}{w_c} = \frac{1}{\sym{volume}{G_c}^2}`,
  symbols: [
    { id: "weight", tex: "w_c", meaning: "weight of class c" },
    { id: "volume", tex: "G_c", meaning: "number of true pixels of class c" },
    { id: "tp", tex: "TP_c", meaning: "soft count of hits of class c" },
    { id: "fp", tex: "FP_c", meaning: "soft count of strays of class c" },
    { id: "fn", tex: "FN_c", meaning: "soft count of misses of class c" },
  ],
  further: [
    { id: "value", tex: String.raw`\mathrm{GDL}`, meaning: "the generalised Dice loss" },
    {
      id: "mass",
      tex: String.raw`\sum_n r_{ln} + p_{ln}`,
      meaning: "true and predicted mass of class l together, added over the pixels",
    },
  ],
  parameters: [],
  scores: "overlap",

  ratio: () => ({ numerator: { tp: 2, fp: 0, fn: 0 }, denominator: { tp: 2, fp: 1, fn: 1 } }),

  // Infinite for an absent class, which the paper excludes; `volumeRepair` says what to do then.
  weight(volume, { volumeWeight }) {
    if (volumeWeight === "uniform") return 1;
    return volumeWeight === "simple" ? 1 / volume : 1 / (volume * volume);
  },
};

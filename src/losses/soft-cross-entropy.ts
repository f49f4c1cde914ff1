import type { PixelLoss } from "./loss.ts";

export const softCrossEntropy: PixelLoss<never> = {
  id: "soft-cross-entropy",
  title: "Soft cross-entropy",
  // The paper names the per-pixel multinomial logistic loss in words and prints no equation for it.
  source: { key: "long2015fcn", where: "Sec. 4, in words; form implied", seen: "paper" },
  printed: {
    tex: String.raw`\ell'(x_{ij};\theta) = -\log\sym{true-class}{\frac{e^{x_{ij}^{(y_{ij})}}}{\sum_{c} e^{x_{ij}^{(c)}}}}`,
    note: "The paper says “per-pixel multinomial logistic loss”; this is the standard expansion, not a quotation.",
  },
  tex: String.raw`-\frac{1}{\sym{pixels}{N}} \sum_{i} \log \sym{true-class}{p_{i,y_i}}`,
  symbols: [
    { id: "pixels", tex: "N", meaning: "number of pixels" },
    { id: "true-class", tex: "p_{i,y_i}", meaning: "probability that pixel i gives to its true class" },
  ],
  parameters: [],
  scores: "pixels",

  value: (logP) => -logP,
  slope: () => -1,
  power: () => 0,
};

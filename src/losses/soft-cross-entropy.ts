import type { PixelLoss } from "./loss.ts";

export const softCrossEntropy: PixelLoss<never> = {
  id: "soft-cross-entropy",
  title: "Soft cross-entropy",
  // The paper names the per-pixel multinomial logistic loss in words and prints no equation for it.
  source: { key: "long2015fcn", where: "Sec. 4, in words; form implied", seen: "paper" },
  printed: {
    tex: String.raw`\sym{pixel-loss}{\ell'(x_{ij};\theta)} =
      -\log\sym{true-class}{\frac{e^{x_{ij}^{(y_{ij})}}}{\sum_{c} e^{x_{ij}^{(c)}}}}`,
    note: "The paper says “per-pixel multinomial logistic loss”; this is the standard expansion, not a quotation.",
  },
  tex: String.raw`-\frac{1}{\sym{pixels}{N}} \sum_{i} \log \sym{true-class}{p_{i,y_i}}`,
  symbols: [
    { id: "pixels", tex: "N", meaning: "number of pixels" },
    { id: "true-class", tex: "p_{i,y_i}", meaning: "probability that pixel i gives to its true class" },
  ],
  further: [
    {
      id: "pixel-loss",
      tex: String.raw`\ell'(x_{ij};\theta)`,
      meaning: "loss of one pixel, from its scores x and the network's weights θ",
    },
    {
      id: "slope",
      tex: String.raw`\frac{\partial L}{\partial z_{ic}}`,
      meaning: "pull on the logit z of class c at pixel i: the derivative of the loss L",
    },
    { id: "prediction", tex: "p_{ic}", meaning: "probability that pixel i gives to class c" },
    { id: "truth", tex: "g_{ic}", meaning: "truth of pixel i for class c: 1 inside the class, 0 outside it" },
  ],
  parameters: [],
  scores: "pixels",

  value: (logP) => -logP,
  slope: () => -1,
  power: () => 0,
};

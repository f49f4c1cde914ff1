import type { ErrorLoss } from "./loss.ts";

export const lovaszSoftmax: ErrorLoss<never> = {
  id: "lovasz-softmax",
  title: "Lovász-Softmax loss",
  source: { key: "berman2018lovasz", where: "Lovász-Softmax, number not seen", seen: "secondary" },
  printed: {
    tex: String.raw`\sym{value}{\mathrm{loss}(\boldsymbol f)} = \frac{1}{\sym{classes}{|\mathcal C|}} \sum_{c \in \mathcal C}
      \overline{\sym{jaccard}{\Delta_{J_c}}}(\sym{error}{\boldsymbol m(c)})`,
    note: "The paper averages over all classes; its authors' code over those present in the target.",
  },
  tex: String.raw`\frac{1}{\sym{classes}{C}} \sum_{c} \sum_{k} \sym{error}{m_{\pi_k}(c)}\,
    \bigl[\sym{jaccard}{\Delta_c}(\{\sym{order}{\pi_1},\dots,\sym{order}{\pi_k}\})
    - \sym{jaccard}{\Delta_c}(\{\sym{order}{\pi_1},\dots,\sym{order}{\pi_{k-1}}\})\bigr]`,
  symbols: [
    { id: "classes", tex: "C", meaning: "number of classes" },
    {
      id: "error",
      tex: String.raw`m_{\pi_k}(c)`,
      meaning: "error of a pixel for class c: 1 − p inside the class, p outside it",
    },
    {
      id: "order",
      tex: String.raw`\pi_k`,
      meaning: "pixel with the k-th largest error; ties keep the pixels' order",
    },
    {
      id: "jaccard",
      tex: String.raw`\Delta_c`,
      meaning: "Jaccard loss 1 − IoU of class c if just these pixels were wrong",
    },
  ],
  further: [
    {
      id: "value",
      tex: String.raw`\mathrm{loss}(\boldsymbol f)`,
      meaning: "the Lovász-Softmax loss of the probabilities f",
    },
  ],
  parameters: [],
  scores: "errors",

  ofSet: (missed, stray, volume) => (missed + stray === 0 ? 0 : 1 - (volume - missed) / (volume + stray)),
  ofMiss: (_missed, stray, volume) => 1 / (volume + stray),
  // With an absent class the first stray pixel is the whole loss, and every further one adds nothing.
  ofStray: (missed, stray, volume) =>
    volume + stray === 0 ? 1 : (volume - missed) / ((volume + stray) * (volume + stray + 1)),
};

import { pow } from "../numerics/pow.ts";
import type { PixelLoss } from "./loss.ts";

export const focal: PixelLoss<"gamma" | "positive" | "negative"> = {
  id: "focal",
  title: "Focal loss",
  source: { key: "lin2017focal", where: "eq. 5", seen: "paper" },
  printed: {
    tex: String.raw`\sym{value}{\mathrm{FL}}(\sym{true-class}{p_{\mathrm t}}) = -\sym{balance}{\alpha_{\mathrm t}}\,
      (1-\sym{true-class}{p_{\mathrm t}})^{\sym{gamma}{\gamma}} \log(\sym{true-class}{p_{\mathrm t}})`,
    note: "Binary, through a sigmoid; α for the foreground, 1 − α for the rest; divided by the assigned anchors.",
  },
  tex: String.raw`-\frac{1}{\sym{pixels}{N}} \sum_{i} \sym{balance}{\alpha_{y_i}}\,
    (1-\sym{true-class}{p_{i,y_i}})^{\sym{gamma}{\gamma}} \log \sym{true-class}{p_{i,y_i}}`,
  symbols: [
    { id: "pixels", tex: "N", meaning: "number of pixels" },
    { id: "true-class", tex: "p_{i,y_i}", meaning: "probability that pixel i gives to its true class" },
    {
      id: "gamma",
      tex: String.raw`\gamma`,
      meaning: "how fast a pixel fades as it is learned",
      parameter: "gamma",
    },
    {
      id: "balance",
      tex: String.raw`\alpha_{y_i}`,
      meaning: "weight of the pixel's side: foreground or background",
      parameter: "positive",
    },
  ],
  further: [{ id: "value", tex: String.raw`\mathrm{FL}`, meaning: "focal loss of one answer" }],
  parameters: [
    {
      id: "gamma",
      tex: String.raw`\gamma`,
      meaning: "how fast a pixel fades as it is learned; 0 is cross-entropy",
      range: [0, 5],
      step: 0.1,
      initial: 2,
      paper: 2,
    },
    {
      id: "positive",
      tex: String.raw`\alpha`,
      meaning: "weight of a foreground pixel",
      range: [0, 1],
      step: 0.05,
      initial: 1,
      paper: 0.25,
    },
    {
      id: "negative",
      tex: String.raw`1-\alpha`,
      meaning: "weight of a background pixel",
      range: [0, 1],
      step: 0.05,
      initial: 1,
      paper: 0.75,
    },
  ],
  scores: "pixels",

  value: (logP, q, { gamma }) => -pow(q, gamma) * logP,

  // q is never computed as 1 − p, and at q = 0 both terms vanish with log p, so γ below 1 is as safe as above.
  slope(logP, q, { gamma }) {
    if (gamma === 0) return -1;
    if (q === 0) return 0;
    const faded = pow(q, gamma);
    return -faded + gamma * (faded / q) * (1 - q) * logP;
  },

  power: ({ gamma }) => gamma,
  balance: ({ positive, negative }) => ({ positive, negative }),
};

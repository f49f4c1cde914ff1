import { pow } from "../numerics/pow.ts";
import type { OverlapLoss } from "./loss.ts";
import { tversky } from "./tversky.ts";

const [falsePositive, falseNegative] = tversky.parameters;

// The paper's letters are swapped against Salehi's: here α weighs a false negative and β a false positive.
export const focalTversky: OverlapLoss<"falsePositive" | "falseNegative" | "gamma"> = {
  id: "focal-tversky",
  title: "Focal Tversky loss",
  source: { key: "abraham2019focaltversky", where: "eq. 4, as the authors' code states it", seen: "code" },
  printed: {
    tex: String.raw`\sym{value}{\mathrm{FTL}_c} = \sum_c (1 - \sym{index}{\mathrm{TI}_c})^{1/\sym{gamma}{\gamma}},\qquad
      \sym{gamma}{\gamma} \in [1,3]`,
    note: "That α weighs a false negative is a fact of the authors' code: 0.7 there, with exponent 0.75 = 1/(4/3).",
  },
  tex: String.raw`\sum_{c} \left(1 - \frac{\sym{tp}{TP_c}}{\sym{tp}{TP_c} + \sym{falseNegative}{\alpha}\,\sym{fn}{FN_c}
    + \sym{falsePositive}{\beta}\,\sym{fp}{FP_c}}\right)^{1/\sym{gamma}{\gamma}}`,
  symbols: [
    { id: "tp", tex: "TP_c", meaning: "soft count of hits of class c" },
    { id: "fp", tex: "FP_c", meaning: "soft count of strays of class c" },
    { id: "fn", tex: "FN_c", meaning: "soft count of misses of class c" },
    {
      id: "falseNegative",
      tex: String.raw`\alpha`,
      meaning: "weight of a false negative",
      parameter: "falseNegative",
    },
    {
      id: "falsePositive",
      tex: String.raw`\beta`,
      meaning: "weight of a false positive",
      parameter: "falsePositive",
    },
    {
      id: "gamma",
      tex: String.raw`\gamma`,
      meaning: "focusing parameter; the exponent is 1/γ",
      parameter: "gamma",
    },
  ],
  further: [
    { id: "value", tex: String.raw`\mathrm{FTL}_c`, meaning: "focal Tversky loss, added over the classes" },
    {
      id: "index",
      tex: String.raw`\mathrm{TI}_c`,
      meaning: "Tversky index of class c: 1 where it is solved",
    },
  ],
  parameters: [
    { ...falsePositive!, tex: String.raw`\beta`, paper: 0.3 },
    { ...falseNegative!, tex: String.raw`\alpha`, paper: 0.7 },
    {
      id: "gamma",
      tex: String.raw`\gamma`,
      meaning: "focusing parameter: a larger one holds on to nearly solved classes; 1 is Tversky",
      range: [1, 3],
      step: 0.05,
      initial: 4 / 3,
      paper: 4 / 3,
    },
  ],
  scores: "overlap",

  ratio: tversky.ratio,

  // With an exponent below 1 the slope is infinite at u = 0, a perfect class. The value is exact there;
  // only the slope is taken at `slopeFloor` instead.
  shape({ gamma }, { exponent, slopeFloor }) {
    const power = exponent === "1/gamma" ? 1 / gamma : exponent === "gamma" ? gamma : 1 - gamma;
    if (!(power > 0 && power < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `parameters.gamma: ${gamma} makes the exponent ${exponent} ${power}; it must be above 0`,
      );
    }
    return {
      value: (u) => pow(notNegative(u), power),
      slope: (u) =>
        power === 1 ? 1 : power * pow(power < 1 ? Math.max(u, slopeFloor) : notNegative(u), power - 1),
    };
  },
};

/** Rounding can put a perfect score a hair above 1; anything more is no base of a power. */
function notNegative(u: number): number {
  if (u < -1e-12)
    throw new RangeError(`focal-tversky: ${u} cannot be raised to a power; see returns and smoothing`);
  return Math.max(u, 0);
}

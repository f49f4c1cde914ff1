import type { Atlas, Claim } from "../atlas/atlas.ts";
import { courseOf } from "../experiments/one-curve.ts";
import { defaultProtocol } from "../experiments/protocol.ts";
import { href } from "../layouts/links.ts";
import type { Convention } from "../losses/convention.ts";
import { conventionOf } from "../losses/kernel.ts";
import type { Loss } from "../losses/loss.ts";
import { paperPresets } from "../losses/presets.ts";
import { lossOf } from "../losses/registry.ts";
import { switches } from "../losses/switches.ts";
import { looks } from "../widgets/lab/looks.ts";
import type * as shown from "../widgets/side-by-side/shown.ts";
import type * as side from "../widgets/side-by-side/spec.ts";
import { ids } from "../widgets/side-by-side/spec.ts";
import { labMeans } from "./lab-rows.ts";
import { letterOf } from "./notation.ts";
import { texToMathml } from "./tex.ts";
import { displayMathml } from "./thoughts.ts";

/** What stands side by side: the records of the losses, and what the content says of each, under the same headings. */
export function compareRows(atlas: Atlas): shown.Rows {
  return {
    losses: ids.map((id) => ({
      ...comparedOf(id),
      href: href(`/families/${id}/`),
      equation: displayMathml(lossOf(id).tex),
      symbols: lossOf(id).symbols.map((symbol) => ({
        id: symbol.id,
        math: texToMathml(symbol.tex),
        meaning: symbol.meaning,
      })),
      needs: needsOf(atlas, lossOf(id)),
      traps: claimsUnder(atlas, id, "known-traps"),
      evidence: claimsUnder(atlas, id, "what-is-reported-as-the-background-grows"),
      numbers: numbersOf(atlas, id),
    })),
    ties: tiesOf(atlas),
    study: { tasks, href: href("/evidence/"), lab: href("/lab/"), libraries: href("/libraries/") },
  };
}

function comparedOf(id: side.Id): side.Compared {
  const loss = lossOf(id);
  return {
    id,
    title: loss.title,
    ...looks[id]!,
    scores: loss.scores,
    marks: loss.symbols.map((symbol) => ({
      id: symbol.id,
      name: symbol.meaning.split(/[:;]/)[0]!,
      ...(symbol.parameter !== undefined && { letter: letterOf(symbol.tex) }),
    })),
    courses: { miss: rounded(courseOf(id, "miss")), stray: rounded(courseOf(id, "stray")) },
  };
}

const round = (values: readonly number[]) => values.map((value) => Number(value.toFixed(4)));
const rounded = ({ loss, pull }: side.Compared["courses"]["miss"]) => ({
  loss: round(loss),
  pull: round(pull),
});

/** Facts of the record and of its paper's setting of the switches, in the switches' own words. */
function needsOf(atlas: Atlas, loss: Loss): shown.Need[] {
  const preset = paperPresets.find((one) => one.loss === loss.id)!;
  const convention = conventionOf(loss, { convention: preset.convention });
  const { activation, over, background, absentClass, volumeRepair } = convention;
  const absent =
    loss.scores === "pixels"
      ? "a class without pixels has no term, so nothing has to be decided"
      : loss.id === "generalised-dice"
        ? switches.volumeRepair.values[volumeRepair]
        : switches.absentClass.values[absentClass];
  const weights = loss.parameters.map(
    ({ meaning, paper }) => `${meaning.split(";")[0]}: ${Number(paper.toFixed(2))}`,
  );
  return [
    { of: "Is made of", says: madeOf[loss.scores] },
    { of: "Takes", says: takes[loss.scores].says, claim: claimOf(atlas, takes[loss.scores].claim) },
    { of: "Logits pass through", says: switches.activation.values[activation] },
    { of: "The background", says: switches.background.values[background] },
    { of: "Classes become one value by", says: joinedBy(loss, convention.classReduction) },
    { of: "One sum runs over", says: switches.over.values[over].split(";")[0]! },
    { of: "A class that the truth lacks", says: absent },
    { of: "To be set, with the paper’s values", says: weights.join("; ") || "nothing" },
  ];
}

function joinedBy({ scores, id }: Loss, classReduction: Convention["classReduction"]): string {
  if (scores === "pixels") return "nothing: they meet in the mean over pixels";
  if (id === "generalised-dice") return "their weighted counts, added before the one division";
  return switches.classReduction.values[classReduction];
}

const madeOf = {
  pixels: "one term a pixel, then their mean: no pixel has to know of another",
  overlap: "three soft counts a class over all its pixels, and one division",
  errors: "the errors of a class at all pixels, sorted",
} as const;

const takes = {
  pixels: {
    says: "logits rather than probabilities, because the logarithm of a rounded probability loses its digits",
    claim: "a-confident-sigmoid-rounds-to-one",
  },
  overlap: {
    says: "probabilities in 0..1, never raw logits",
    claim: "dice-stays-in-range-for-probabilities-only",
  },
  errors: {
    says: "probabilities in 0..1; logits belong to its binary hinge",
    claim: "lovasz-hinge-on-probabilities-scores-the-background-share",
  },
} as const;

function claimOf(atlas: Atlas, id: string): shown.Said {
  const claim = atlas.claims.get(id);
  if (!claim) throw new RangeError(`content/claims/${id}.yaml: no such file; the comparison cites it`);
  return said(claim);
}

const said = ({ id, statement, kind }: Claim): shown.Said => ({
  says: statement,
  kind,
  href: href(`/claims/#${id}`),
});

/** The claims that a family's page makes under a heading, each once, in their order. */
function claimsUnder(atlas: Atlas, id: string, heading: string): shown.Said[] {
  const uses = atlas.families
    .get(id)!
    .occurrences.filter((use) => use.component === "Claim" && use.heading.id === heading);
  return [...new Set(uses.flatMap(({ of }) => of))].map((claim) => claimOf(atlas, claim));
}

/** Edges of the map between two of the seven, exact ones with the claim that proves them. */
function tiesOf(atlas: Atlas): shown.Tie[] {
  const own: readonly string[] = ids;
  return atlas.edges
    .filter(({ from, to }) => own.includes(from) && own.includes(to))
    .map(({ from, to, sentence, claim }) => ({
      between: [from, to],
      says: sentence,
      ...(claim !== undefined && { claim: claimOf(atlas, claim) }),
    }));
}

const tasks = ["liver", "liver tumour", "pancreas", "multi-organ"] as const;

/** The names of the losses in the Odyssey's repository, as its table's rows are addressed. */
const odyssey: Readonly<Record<string, string>> = {
  "soft-cross-entropy": "ce",
  dice: "dice",
  focal: "focal",
  "lovasz-softmax": "lovasz",
  tversky: "tversky",
  "generalised-dice": "gdice",
  "focal-tversky": "focaltversky",
};

function numbersOf(atlas: Atlas, id: string): shown.Numbers {
  const { means, shares } = labMeans();
  const at = shares.indexOf(defaultProtocol.share);
  const lab = (measure: string) =>
    means[String(defaultProtocol.learningRate)]![measure]![id]![at]!.toFixed(2);
  return {
    reported: tasks.map((task) => {
      const number = atlas.number(`ma2021lossodyssey.tables.dsc.${odyssey[id]}.${task.replace(" ", "-")}`);
      return { text: number.text, href: href(number.href) };
    }),
    simulated: [lab("curve-recall"), lab("curve-precision"), lab("curve-f1")],
  };
}

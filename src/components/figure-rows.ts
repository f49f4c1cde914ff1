import type { Atlas, Family, Paper } from "../atlas/atlas.ts";
import type { NumberRecord } from "../atlas/numbers.ts";
import { href } from "../layouts/links.ts";
import { lossOf } from "../losses/registry.ts";
import type { Reading } from "../plots/reading.ts";
import type * as arena from "../widgets/arena/spec.ts";
import type * as choice from "../widgets/chooser/spec.ts";
import type * as opening from "../widgets/opening-strip/spec.ts";
import type * as reference from "../widgets/reference-panel/spec.ts";
import type * as translator from "../widgets/translator/spec.ts";
import * as dial from "../widgets/tversky-dial/spec.ts";
import type * as map from "../widgets/two-axis-map/spec.ts";
import { compareRows } from "./compare-rows.ts";
import { gradientRows, ownMaskRows } from "./gradient-rows.ts";
import { labRows, labSharesRows } from "./lab-rows.ts";
import { literatureRows } from "./map-rows.ts";
import { callRecord, runSentence } from "./record.ts";
import { originOf as sourceOf } from "./sources.ts";
import { displayMathml } from "./thoughts.ts";

/** What each figure is handed of the atlas: the few rows that it shows, nothing else reaches the browser. */
export const rowsOf: Readonly<Record<string, (atlas: Atlas) => unknown>> = {
  "two-axis-map": mapRows,
  "reference-panel": referenceRows,
  arena: arenaRows,
  "tversky-dial": dialRows,
  "opening-strip": openingRows,
  "literature-map": literatureRows,
  chooser: chooserRows,
  translator: translatorRows,
  calculator: () => ({ figure: "stuck-at", state: {} }),
  lab: labRows,
  "lab-shares": labSharesRows,
  gradients: gradientRows,
  "side-by-side": compareRows,
  "own-mask": ownMaskRows,
};

const reading = (atlas: Atlas, path: string): Reading => plain(atlas.number(path));

/** The page and anchor where a number's record stands. */
const originOf = (atlas: Atlas, path: string): string => href(atlas.number(path).href);

function plain({ path, value, text }: NumberRecord): Reading {
  if (value === undefined) throw new RangeError(`${path}: a figure needs a number, not "${text}"`);
  return { value, text };
}

/** 0.97 with two digits is 97 percent. */
function percent(atlas: Atlas, path: string, digits = 0): string {
  return `${(reading(atlas, path).value * 100).toFixed(digits)} percent`;
}

const labels = (atlas: Atlas) => atlas.measurements.get("dice-baseline")?.classes ?? [];
const part = (label: string) => label.replace(" ", "-");

const classReadings = (atlas: Atlas, record: string) =>
  labels(atlas).map((label) => ({ label, reading: reading(atlas, `${record}.${part(label)}`) }));

function mapRows(atlas: Atlas): map.Rows {
  return {
    families: [...atlas.families.values()].map((family) => familyRow(atlas, family)),
    reference: {
      iou: classReadings(atlas, "dice-baseline.iou"),
      error: {
        dice: reading(atlas, "trace-error.dice"),
        tversky: reading(atlas, "trace-error.tversky"),
      },
      origin: originOf(atlas, "dice-baseline.iou.curve-1"),
    },
  };
}

function reportOf(atlas: Atlas, response: string | undefined): map.Report | undefined {
  const claim = atlas.claims.get(response ?? "");
  return (
    claim && {
      statement: claim.statement,
      counter: (claim.counter ?? []).map(({ statement }) => statement),
      href: href(`/claims/#${claim.id}`),
    }
  );
}

function familyRow(atlas: Atlas, { id, page, front }: Family): map.Family {
  const paper = atlas.papers.get(front.paper);
  return {
    id,
    title: front.title,
    href: href(page),
    overlap: front.overlap,
    control: front.control,
    place: front.place,
    extension: front.extension,
    equation: displayMathml(lossOf(id).tex),
    paper: { label: paper ? cited(paper) : front.paper, href: href(`/papers/${front.paper}/`) },
    scores: front.scores,
    reported: reportOf(atlas, front.response),
  };
}

/** "Milletari et al. 2016". */
function cited({ authors, year }: Paper): string {
  const [first, second] = authors;
  const names =
    authors.length > 2
      ? `${first?.family} et al.`
      : [first, second].flatMap((a) => a?.family ?? []).join(" and ");
  return `${names} ${year ?? ""}`.trim();
}

function referenceRows(atlas: Atlas): reference.Rows {
  const names = labels(atlas).map(part);
  const pair = (model: string, rival: string): reference.Pair => ({
    model: reading(atlas, model),
    rival: reading(atlas, rival),
  });
  const scores = (score: "iou" | "f1"): reference.Scores => ({
    classes: names.map((name) => pair(`dice-baseline.${score}.${name}`, `all-background.${score}.${name}`)),
    mean: pair(`mean-${score}`, `all-background.mean-${score}`),
    weighted: pair(`frequency-weighted-${score}`, `all-background-weighted-${score}`),
    curves: pair(`curve-mean-${score}`, "all-background.curve-mean"),
  });
  return {
    labels: labels(atlas),
    iou: scores("iou"),
    f1: scores("f1"),
    error: {
      dice: reading(atlas, "trace-error.dice"),
      tversky: reading(atlas, "trace-error.tversky"),
      fall: percent(atlas, "trace-error-reduction", 1),
    },
    share: percent(atlas, "reference-task.background-share"),
    origin: originOf(atlas, "dice-baseline.iou.curve-1"),
    derived: originOf(atlas, "frequency-weighted-iou"),
  };
}

function arenaRows(atlas: Atlas): arena.Rows {
  if (!atlas.arena) throw new RangeError("content/figures/arena.yaml is missing");
  const inks = ["background", "curve-1", "curve-2"];
  return {
    bands: atlas.arena.bands,
    low: atlas.arena.share.low,
    high: atlas.arena.share.high,
    anchor: reading(atlas, "reference-task.background-share"),
    anchors: classReadings(atlas, "dice-baseline.iou").map((one, k) => ({ ...one, ink: inks[k]! })),
    origin: originOf(atlas, "dice-baseline.iou.curve-1"),
  };
}

function dialRows(atlas: Atlas): dial.Rows {
  const settings = dial.spec.presets.flatMap(({ label, paper: key }) => {
    const paper = key === undefined ? undefined : atlas.papers.get(key);
    return paper ? [{ label, paper: cited(paper), href: href(`/papers/${paper.key}/`) }] : [];
  });
  return { settings };
}

function openingRows(atlas: Atlas): opening.Rows {
  return {
    iou: classReadings(atlas, "dice-baseline.iou"),
    share: reading(atlas, "reference-task.background-share"),
    origin: originOf(atlas, "dice-baseline.iou.curve-1"),
  };
}

function chooserRows(atlas: Atlas): choice.Rows {
  const { chooser } = atlas;
  if (!chooser) throw new Error("content/chooser.yaml: no such file; the chooser needs it");
  const entry = (when: Readonly<Record<string, readonly string[]>>, id: string): choice.Entry => {
    const claim = atlas.claims.get(id)!;
    const from = [...new Set(claim.sources.map((source) => sourceOf(atlas, source).label))].join(", ");
    return { when, says: claim.statement, kind: claim.kind, from, href: href(`/claims/#${id}`) };
  };
  return {
    losses: [...atlas.families.values()].map(({ id, front }) => ({
      id,
      title: front.title,
      href: href(`/families/${id}/`),
      overlap: front.overlap,
      control: front.control,
      place: front.place,
      extension: front.extension,
    })),
    questions: chooser.questions,
    reasons: chooser.reasons.map(({ when, for: pro, against, claim }) => ({
      ...entry(when, claim),
      losses: pro ?? against ?? [],
      speaksFor: pro !== undefined,
    })),
    pitfalls: chooser.pitfalls.map(({ when, claim, question: id }) => {
      const question = id === undefined ? undefined : atlas.questions.get(id);
      const link = question && { title: question.front.title, href: href(`/questions/${question.id}/`) };
      return { ...entry(when, claim), ...(link && { question: link }) };
    }),
    gaps: chooser.gaps,
  };
}

function translatorRows(atlas: Atlas): translator.Rows {
  const run = [...atlas.libraries.values()].filter(({ status }) => status === "run");
  return {
    libraries: run.map(({ id, name, version, spellings, cannot }) => ({
      ...{ id, name, version, cannot },
      calls: spellings
        .filter(({ input }) => input === "logits")
        .map(({ id: own, loss, title, task, call, letters, paper, convention, parameters }) => ({
          ...{ id: own, loss, title, task, call, letters, paper, convention, parameters },
          run: runSentence(callRecord(id, own)!),
        })),
    })),
  };
}

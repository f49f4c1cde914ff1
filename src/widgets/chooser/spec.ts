import type { Table } from "../../plots/table.ts";
import type { Place } from "../../plots/two-axis.ts";
import type { Controls, StateOf } from "../controls.ts";
import type { Spec } from "../widget.ts";

/** What the page hands over: the questions, and each reason with its claim's statement and kind. */
export interface Rows {
  readonly losses: readonly Place[];
  readonly questions: readonly Question[];
  readonly reasons: readonly (Entry & { readonly losses: readonly string[]; readonly speaksFor: boolean })[];
  readonly pitfalls: readonly (Entry & {
    readonly question?: { readonly title: string; readonly href: string };
  })[];
  readonly gaps: readonly { readonly when: When; readonly says: string }[];
}

export interface Question {
  readonly id: string;
  readonly step: number;
  readonly ask: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

type When = Readonly<Record<string, readonly string[]>>;

/** A statement that applies under some answers: a claim of the site with its kind. */
export interface Entry {
  readonly when: When;
  readonly says: string;
  readonly kind: string;
  /** Its sources by name, without their places: the claim has those. */
  readonly from: string;
  readonly href: string;
}

export type Answers = Readonly<Record<string, string>>;

export interface Ranked extends Place {
  readonly pro: readonly Entry[];
  readonly contra: readonly Entry[];
  /** Reasons for minus reasons against. */
  readonly balance: number;
}

export interface Advice {
  /** All losses, the best supported first; ties keep the site's order. */
  readonly ranked: readonly Ranked[];
  /** The first of them: those within one reason of the best, three at the most. */
  readonly pool: readonly Ranked[];
  readonly pitfalls: Rows["pitfalls"];
  readonly gaps: readonly string[];
}

const applies = (when: When, answers: Answers) =>
  Object.entries(when).every(([question, wanted]) => wanted.includes(answers[question] ?? ""));

/** What the evidence says for one task. Counting reasons is no measurement; the page says so. */
export function advise(answers: Answers, rows: Rows): Advice {
  const reasons = rows.reasons.filter(({ when }) => applies(when, answers));
  const ranked = rows.losses
    .map((loss) => {
      const own = reasons.filter(({ losses }) => losses.includes(loss.id));
      const pro = own.filter(({ speaksFor }) => speaksFor);
      const contra = own.filter(({ speaksFor }) => !speaksFor);
      return { ...loss, pro, contra, balance: pro.length - contra.length };
    })
    .sort((a, b) => b.balance - a.balance);
  const best = ranked[0]?.balance ?? 0;
  return {
    ranked,
    pool: ranked.filter(({ balance, pro }) => balance >= best - 1 && pro.length > 0).slice(0, 3),
    pitfalls: rows.pitfalls.filter(({ when }) => applies(when, answers)),
    gaps: rows.gaps.filter(({ when }) => applies(when, answers)).map(({ says }) => says),
  };
}

/** "overlap-aware and tunable". */
export const cellOf = ({ overlap, control }: Place) => `${overlap} and ${control}`;

/** Where the short list stands on the map, cell by cell in the order of the list. */
export function whereOf({ pool }: Pick<Advice, "pool">): string {
  const cells = Map.groupBy(pool, cellOf);
  const said = [...cells].map(([cell, losses]) => `${cell}: ${losses.map(({ title }) => title).join(", ")}`);
  return `On the map the list stands at ${said.join("; at ")}.`;
}

/** Controls are made from the content's questions, so that there is one list of them. */
export function controlsOf(questions: readonly Question[]): Controls {
  return Object.fromEntries(
    questions.map(({ id, ask, options }) => [
      id,
      { kind: "choice" as const, label: ask, options, initial: initialAnswer(id, options) },
    ]),
  );
}

/** The page opens on the reference task: thin curves on paper, a missed pixel dearer, judged on the recovered curve. */
const reference: Answers = { share: "extreme", classes: "several", metric: "downstream", cost: "miss" };

function initialAnswer(id: string, options: Question["options"]): string {
  const wanted = reference[id];
  return options.some((option) => option.id === wanted) ? wanted! : options[0]!.id;
}

export function say(answers: Answers, rows: Rows): string {
  const { pool } = advise(answers, rows);
  const names = pool.map(({ title }) => title);
  return `Look at ${names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0]} first.`;
}

export function table(answers: Answers, rows: Rows): Table {
  return {
    caption: "Every loss with the reasons that apply to this task",
    columns: [{ label: "Loss" }, { label: "For", numeric: true }, { label: "Against", numeric: true }],
    rows: advise(answers, rows).ranked.map(({ title, pro, contra }) => [
      title,
      String(pro.length),
      String(contra.length),
    ]),
  };
}

export function specOf(rows: Rows): Spec<Controls, Rows> {
  return {
    id: "chooser",
    version: 1,
    controls: controlsOf(rows.questions),
    presets: [],
    say: (state: StateOf<Controls>) => say(state as Answers, rows),
  };
}

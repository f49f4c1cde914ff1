import type { Difficulty } from "./drawing.ts";

/** The lab's own version: it rises with every change that moves a result, and stands in each download. */
export const labVersion = 1;

/** One line of the lab's table: a loss with its parameters. Convention: the site's defaults (src/losses). */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly loss: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** After training, one number is taken from the background's logit, tuned on the training pixels. */
  readonly shifted?: boolean;
}

const row = (id: string, title: string, parameters: Record<string, number> = {}, loss = id): Row => ({
  id,
  title,
  loss,
  parameters,
});

/** The seven losses with their papers' settings, and three rows that keep everyone honest. */
export const rows: readonly Row[] = [
  row("soft-cross-entropy", "cross-entropy"),
  row("focal", "focal, γ = 2", { gamma: 2 }),
  row("dice", "Dice"),
  row("generalised-dice", "generalised Dice"),
  row("lovasz-softmax", "Lovász-Softmax"),
  row("tversky", "Tversky, stray .3, missed .7", { falsePositive: 0.3, falseNegative: 0.7 }),
  row("focal-tversky", "focal Tversky, the same weights", { falsePositive: 0.3, falseNegative: 0.7 }),
  {
    ...row("soft-cross-entropy-shifted", "cross-entropy, threshold shifted", {}, "soft-cross-entropy"),
    shifted: true,
  },
  row(
    "tversky-precise",
    "Tversky, stray .7, missed .3",
    { falsePositive: 0.7, falseNegative: 0.3 },
    "tversky",
  ),
  row("tversky-steep", "Tversky, stray .1, missed .9", { falsePositive: 0.1, falseNegative: 0.9 }, "tversky"),
];

/** The row of an id; a RangeError that lists the ids where there is none. */
export function rowOf(id: string): Row {
  const found = rows.find((candidate) => candidate.id === id);
  if (!found)
    throw new RangeError(
      `row ${JSON.stringify(id)}: unknown; the rows are ${rows.map((r) => r.id).join(", ")}`,
    );
  return found;
}

/** Everything that decides the data of a run. */
export interface LogProtocol {
  readonly seed: number;
  /** Background share of the training pixels, and of the test log by reweighting its background row. */
  readonly share: number;
  readonly imbalance: "thinning" | "geometry";
  readonly difficulty: Difficulty;
}

/** Everything that decides a run: the same protocol gives the same bits in every engine. */
export interface Protocol extends LogProtocol {
  readonly row: string;
  /** Full-batch steps of Adam from weights of zero. */
  readonly steps: number;
  readonly learningRate: number;
}

export const defaultProtocol: Protocol = {
  row: "dice",
  seed: 1,
  share: 0.97,
  imbalance: "thinning",
  difficulty: "medium",
  steps: 200,
  learningRate: 0.2,
};

/** Shares of the lab's table. */
export const shares = [0.6, 0.8, 0.9, 0.95, 0.97, 0.99] as const;

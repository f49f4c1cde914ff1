import text from "../../records/lab.json?raw";
import { firstPull } from "../experiments/first-pull.ts";
import { voices } from "../experiments/listening.ts";
import { trainingLabels } from "../experiments/logs.ts";
import { defaultProtocol, rows as protocolRows } from "../experiments/protocol.ts";
import { linesAt, type Measure, measures, parseRecord, spread } from "../experiments/record.ts";
import { statements } from "../experiments/statements.ts";
import type { TablePlan } from "../experiments/table.ts";
import { type Cell, tableOf, type Verdict, verdictOf } from "../experiments/verdict.ts";
import { leadOf } from "../widgets/lab/lead.ts";
import { looks } from "../widgets/lab/looks.ts";
import type * as lab from "../widgets/lab/spec.ts";
import type * as shares from "../widgets/lab-shares/spec.ts";

/** The lab's record as the pages need it: means by share, one table at one share, the verdicts. */
export const labRecord = parseRecord(text);

const sharesOf = () => [...new Set(labRecord.lines.map(({ share }) => share))].sort((a, b) => a - b);
const ratesOf = () => [...new Set(labRecord.lines.map(({ learningRate }) => learningRate))];
const round = (value: number) => Number(value.toFixed(4));

/** The first pull of the seven losses at each share, on the training log of the first seed. */
export function firstPulls(): shares.Rows["pulls"] {
  const logs = sharesOf().map((share) => trainingLabels({ ...defaultProtocol, share }));
  return Object.fromEntries(
    voices.map((row) => [row.id, logs.map((labels) => firstPull(row, labels, 3).map(round))]),
  );
}

/** The record by share, without what has to be computed from the logs. */
export function labMeans(): Omit<shares.Rows, "pulls"> {
  const all = sharesOf();
  const names: Measure[] = ["curve-recall", "curve-precision", "curve-f1", "curve-iou"];
  const spreads = (of: "mean" | "sd") =>
    byName(ratesOf().map(String), (rate) =>
      byName(names, (name) =>
        byName(
          protocolRows.map(({ id }) => id),
          (row) =>
            all.map((share) => {
              const lines = linesAt(labRecord.lines, { row, share, learningRate: Number(rate) });
              return round(spread(lines.map(measures[name]))[of]);
            }),
        ),
      ),
    );
  return {
    shares: all,
    steps: labRecord.protocol.steps,
    seeds: new Set(labRecord.lines.map(({ seed }) => seed)).size,
    rows: protocolRows.map(({ id, title }) => ({ id, title, ...looks[id]! })),
    means: spreads("mean"),
    sds: spreads("sd"),
  };
}

const byName = <Name extends string, Of>(names: readonly Name[], of: (name: Name) => Of) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Of>;

/** What the record's lines were run under: one plan a learning rate, as a download states it. */
export function labPlans(): TablePlan[] {
  const { protocol, lines } = labRecord;
  const seeds = [...new Set(lines.map(({ seed }) => seed))];
  const rows = protocolRows.map(({ id }) => id);
  return ratesOf().map((learningRate) => ({ ...protocol, learningRate, rows, seeds, shares: sharesOf() }));
}

export const labSharesRows = (): shares.Rows => ({ ...labMeans(), pulls: firstPulls() });

export interface Judged {
  readonly id: string;
  readonly statement: string;
  readonly sources: readonly string[];
  readonly rule: string;
  readonly figure: string;
  readonly verdict: Verdict;
  readonly cells: readonly Cell[];
}

/** Every statement of the literature with the verdict that its rule gives on the record. */
export function labVerdicts(): Judged[] {
  const table = tableOf(labRecord.lines);
  return statements.map(({ judge, ...statement }) => {
    const cells = judge(table);
    return { ...statement, cells, verdict: verdictOf(cells) };
  });
}

/** "97 percent, rate 0.2": what a cell was judged under. */
export function conditionOf({ condition }: Cell): string {
  const { share, learningRate, decoder } = condition;
  return [
    share !== undefined && `${Math.round(share * 100)} percent`,
    learningRate !== undefined && `rate ${learningRate}`,
    decoder && (decoder === "centroid" ? "read by centroid" : "read by the likeliest pixel of a row"),
  ]
    .filter((part) => part !== false && part !== undefined)
    .join(", ");
}

/** The record at the settings with which the lab opens, and what a longer run at any of its settings is compared with. */
export function labRows(): lab.Rows {
  const { share, learningRate } = defaultProtocol;
  const { lines, protocol } = labRecord;
  const leads = (rate: number, of: number) => {
    const own = lines.filter((line) => line.learningRate === rate && line.share === of);
    const seeds = [...new Set(own.map(({ seed }) => seed))].sort((a, b) => a - b);
    return seeds.map((seed) => round(leadOf(own.filter((line) => line.seed === seed))));
  };
  return {
    lines: lines.filter((line) => line.share === share && line.learningRate === learningRate),
    leads: {
      steps: protocol.steps,
      of: byName(ratesOf().map(String), (rate) =>
        byName(sharesOf().map(String), (of) => leads(Number(rate), Number(of))),
      ),
    },
  };
}

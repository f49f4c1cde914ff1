import { type Logs, logPair, logsOf } from "./logs.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { type LogProtocol, type Protocol, rowOf } from "./protocol.ts";
import { createRun, type Run } from "./run.ts";

/** What a table asks for: every row at every share for every seed, under one learning rate and step budget. */
export interface TablePlan extends Omit<Protocol, "row" | "seed" | "share"> {
  readonly rows: readonly string[];
  readonly seeds: readonly number[];
  readonly shares: readonly number[];
}

/** One line of a table, with what it was run under. */
export interface Line extends Outcome {
  readonly learningRate: number;
  readonly share: number;
  readonly seed: number;
}

/** The lines of one seed: its logs are drawn once, and rows that share a training are trained once. */
export function* linesOf(plan: TablePlan, seed: number): Generator<Line> {
  const { imbalance, difficulty, learningRate, steps } = plan;
  const shared = (share: number): LogProtocol => ({ seed, share, imbalance, difficulty });
  const pair = imbalance === "thinning" ? logPair(shared(plan.shares[0]!)) : undefined;
  for (const share of plan.shares) {
    const data = shared(share);
    const logs = logsOf(pair ?? logPair(data), data);
    const trained = new Map<string, Run>();
    for (const row of plan.rows) {
      const training = trainingOf(row);
      const run =
        trained.get(training) ?? createRun({ ...data, row: training, learningRate, steps }, logs.train);
      trained.set(training, run);
      run.advance(steps);
      yield lineOf(row, run, logs);
    }
  }
}

/** The row whose training a row uses: the shifted row is trained as cross-entropy is. */
export function trainingOf(row: string): string {
  const { shifted, loss } = rowOf(row);
  return shifted ? loss : row;
}

/** The finished line of a row from its training. */
export function lineOf(row: string, { protocol, weights }: Run, logs: Logs): Line {
  const { learningRate, share, seed } = protocol;
  return { learningRate, share, seed, ...outcomeOf(row, weights, logs).outcome };
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { asCsv, asJson } from "../src/experiments/download.ts";
import { defaultProtocol, labVersion, rows, shares } from "../src/experiments/protocol.ts";
import { type LabRecord, parseRecord, printRecord } from "../src/experiments/record.ts";
import { type Line, linesOf, type TablePlan } from "../src/experiments/table.ts";
import { asTable, printVerdicts } from "./lab/print.ts";

/**
 * npm run lab                        remakes the whole table and compares it with records/lab.json, bit for bit
 * npm run lab -- --write             remakes and keeps it
 * npm run lab -- --verdicts          judges the statements of the literature by the table that is kept
 * npm run lab -- --seeds 8 --share 0.9 [--rows dice,tversky] [--learning-rate 0.2] [--steps 200]
 *                [--difficulty medium] [--imbalance thinning] [--json | --csv]
 */
const path = new URL("../records/lab.json", import.meta.url);
const title = "The lab's table: seven losses and three controls on simulated raster logs";
const rates = [defaultProtocol.learningRate, 0.05];

if (isMainThread) await main().catch((error: Error) => fail(error.message));
else for (const line of linesOf(workerData.plan, workerData.seed)) parentPort!.postMessage(line);

async function main() {
  const { values } = parseArgs({
    options: {
      write: { type: "boolean" },
      verdicts: { type: "boolean" },
      json: { type: "boolean" },
      csv: { type: "boolean" },
      seeds: { type: "string" },
      share: { type: "string" },
      rows: { type: "string" },
      "learning-rate": { type: "string" },
      steps: { type: "string" },
      difficulty: { type: "string" },
      imbalance: { type: "string" },
    },
  });
  if (values.verdicts) return printVerdicts(parseRecord(readFileSync(path, "utf8")));
  const { write, json, csv, ...asked } = values;
  const plans = planned(asked as Asked);
  const lines = (await Promise.all(jobs(plans))).flat();
  if (json) return console.log(asJson(plans, lines));
  if (csv) return console.log(asCsv(plans, lines));
  if (Object.keys(asked).length > 0) console.log(asTable(lines));
  if (write) return keep(plans, lines);
  compare(plans, lines);
}

type Asked = Readonly<Partial<Record<string, string>>>;

/** One plan a learning rate; what is not asked for is as in the record. */
function planned(asked: Asked): TablePlan[] {
  const numbers = (name: string) => {
    const list = asked[name]?.split(",").map(Number);
    if (list?.some((value) => !(value > 0)))
      fail(`--${name} ${asked[name]}: give numbers above 0, as in 0.6,0.9`);
    return list;
  };
  const oneOf = <T extends string>(name: string, words: readonly T[], usual: T): T => {
    const word = asked[name] ?? usual;
    return (
      words.find((known) => known === word) ?? fail(`--${name} ${word}: give one of ${words.join(", ")}`)
    );
  };
  const seeds = numbers("seeds") ?? [8];
  const names = asked["rows"]?.split(",") ?? rows.map(({ id }) => id);
  const unknown = names.find((name) => !rows.some(({ id }) => id === name));
  if (unknown) fail(`--rows ${unknown}: give some of ${rows.map(({ id }) => id).join(", ")}`);
  const narrowed = Object.keys(asked).length > 0;
  return (numbers("learning-rate") ?? (narrowed ? rates.slice(0, 1) : rates)).map((learningRate) => ({
    rows: names,
    seeds: seeds.length === 1 ? Array.from({ length: seeds[0]! }, (_, k) => k + 1) : seeds,
    shares: numbers("share") ?? shares,
    learningRate,
    steps: numbers("steps")?.[0] ?? defaultProtocol.steps,
    difficulty: oneOf("difficulty", ["easy", "medium", "hard"], defaultProtocol.difficulty),
    imbalance: oneOf("imbalance", ["thinning", "geometry"], defaultProtocol.imbalance),
  }));
}

/** Every seed of every plan is a job of its own; as many threads as cores take them in turn. */
function jobs(plans: readonly TablePlan[]): Promise<Line[]>[] {
  const queue = plans.flatMap((plan) => plan.seeds.map((seed) => ({ plan, seed })));
  const results = queue.map(() => Promise.withResolvers<Line[]>());
  let next = 0;
  const take = () => {
    const at = next++;
    const job = queue[at];
    if (!job) return;
    const lines: Line[] = [];
    new Worker(new URL(import.meta.url), { workerData: job })
      .on("message", (line: Line) => lines.push(line))
      .on("error", results[at]!.reject)
      .on("exit", () => {
        results[at]!.resolve(lines);
        take();
      });
  };
  for (let k = 0; k < availableParallelism(); k++) take();
  return results.map(({ promise }) => promise);
}

function keep([plan]: readonly TablePlan[], lines: readonly Line[]) {
  const { imbalance, difficulty, steps } = plan!;
  const record: LabRecord = {
    title,
    command: "npm run lab -- --write",
    date: new Date().toISOString().slice(0, 10),
    version: labVersion,
    protocol: { imbalance, difficulty, steps },
    lines,
  };
  writeFileSync(path, printRecord(record));
  console.log(`records/lab.json: ${lines.length} lines written`);
}

/** Says which lines of the record are not met, bit for bit; lines under another protocol have nothing to meet. */
function compare([plan]: readonly TablePlan[], lines: readonly Line[]) {
  if (!existsSync(path)) fail("records/lab.json: there is none to compare with; run npm run lab -- --write");
  const record = parseRecord(readFileSync(path, "utf8"));
  const { imbalance, difficulty, steps } = record.protocol;
  if (plan!.imbalance !== imbalance || plan!.difficulty !== difficulty || plan!.steps !== steps) return;
  const key = (line: Line) => [line.learningRate, line.share, line.row, line.seed].join(" ");
  // A line that was read and one that was just made need not name their parts in the same order.
  const bits = (line: Line) => JSON.stringify(line, Object.keys(line).sort());
  const kept = new Map(record.lines.map((line) => [key(line), bits(line)]));
  const known = lines.filter((line) => kept.has(key(line)));
  const wrong = known.filter((line) => kept.get(key(line)) !== bits(line));
  for (const line of wrong)
    console.log(`records/lab.json: differs at ${key(line)}; run npm run lab -- --write`);
  console.log(`${known.length} lines compared with records/lab.json, ${wrong.length} differ`);
  if (wrong.length > 0) process.exitCode = 1;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

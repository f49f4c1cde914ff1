import { asCsv, asJson } from "../../experiments/download.ts";
import { defaultProtocol, rows as labRows, type Protocol } from "../../experiments/protocol.ts";
import type { Moment, RunState } from "../../experiments/run.ts";
import type { Scene } from "../../experiments/scene.ts";
import type { Line } from "../../experiments/table.ts";
import { labSeries } from "../../plots/lab.ts";
import type { Client } from "../../worker/client.ts";
import { onTheme } from "../canvas.ts";
import { offer } from "../offer.ts";
import { commandOf } from "./command.ts";
import { drawAnswer, drawScene } from "./frames.ts";
import { liveIou, liveLoss } from "./live-chart.ts";
import { costOf, type Found, keyOf, protocolOf, type Rows, recordedAt, type State } from "./spec.ts";

interface Job {
  readonly row: string;
  readonly seed: number;
  state?: RunState;
}

interface Run {
  readonly key: string;
  readonly protocol: ReturnType<typeof protocolOf>;
  readonly seeds: readonly number[];
  readonly jobs: Job[];
  readonly lines: Line[];
  readonly moments: Map<string, readonly Moment[]>;
  readonly answers: Map<string, Uint8Array>;
  scene?: Scene;
  taken: number;
  /** How far it is, in words. */
  note: string;
  /** Why it cannot go on, where it cannot. */
  failed?: string;
  /** How many lines the downloads hold. */
  offered: number;
}

/** Lines stand in the protocol's order, whichever worker was done first. */
const place = ({ row }: Line) => labRows.findIndex(({ id }) => id === row);

/** Runs the experiment in two workers, tells how far it is, and keeps what has been found when it is stopped. */
export function laboratory(host: HTMLElement, changed: () => void) {
  const part = <T extends HTMLElement>(name: string) => host.querySelector<T>(`[data-${name}]`)!;
  const [runButton, stopButton, resumeButton] = [part("run"), part("stop"), part("resume")];
  const progress = part<HTMLProgressElement>("progress");
  const status = part("status");
  let client: Promise<Client> | undefined;
  let stopper: AbortController | undefined;
  let run: Run | undefined;
  let chartWidth = 0;
  let painted: { readonly scene: Scene; readonly answer: Uint8Array | undefined } | undefined;

  const bench: {
    shown?: { readonly state: State; readonly rows: Rows };
    readonly found: typeof found;
    readonly draw: typeof draw;
  } = { found, draw };

  /** What is known under these settings: this run's lines, or else the record's. */
  function found(state: State, rows: Rows): Found {
    const own = ownOf(state);
    if (!own) return { lines: recordedAt(state, rows) };
    const way = own.jobs.length === 0 ? "ended" : stopper ? "running" : "stopped";
    return { lines: own.lines, way, ...(own.failed && { failed: own.failed }) };
  }

  const ownOf = (state: State) => (run?.key === keyOf(state) ? run : undefined);

  function draw() {
    if (!bench.shown) return;
    const { state } = bench.shown;
    const own = ownOf(state);
    buttons(own);
    status.textContent = noteOn(state, own);
    part("live").hidden = !own;
    part("still").hidden = own?.scene !== undefined;
    part("answers").hidden = own?.scene === undefined;
    part("downloads").hidden = !own || own.lines.length === 0;
    if (!own) return;
    curves(own, state);
    logs(own, state.row);
    downloads(own);
  }

  /** A button that goes hands the focus to the one that comes; Go on stands where Stop stood, safe from a double click. */
  function buttons(own: Run | undefined) {
    const held = document.activeElement;
    const running = stopper !== undefined;
    stopButton.hidden = progress.hidden = !running;
    resumeButton.hidden = running || !own || own.failed !== undefined || own.jobs.length === 0;
    runButton.hidden = running;
    const all = [stopButton, resumeButton, runButton];
    if (all.some((button) => button === held && button.hidden)) all.find(({ hidden }) => !hidden)?.focus();
  }

  /** A log is some hundred thousand pixels: it is painted only when another is to be seen. */
  function logs({ scene, answers, seeds }: Run, row: string, again = false) {
    if (!scene) return;
    const answer = answers.get(`${row} ${seeds[0]!}`);
    if (painted?.scene !== scene) drawScene(part<HTMLCanvasElement>("log=scene"), scene);
    if (again || painted?.scene !== scene || painted.answer !== answer)
      drawAnswer(part<HTMLCanvasElement>("log=answer"), scene, answer);
    painted = { scene, answer };
  }

  function noteOn(state: State, own: Run | undefined): string {
    if (own) return own.note;
    return stopper ? `${run!.note}, under other settings` : `A run takes ${costOf(state)}.`;
  }

  function curves({ moments, seeds, protocol }: Run, state: State) {
    const of = (row: string) => moments.get(`${row} ${seeds[0]!}`) ?? [];
    const charts = { loss: liveLoss(state, of, protocol.steps), iou: liveIou(state, of, protocol.steps) };
    // To ask for a width lays the whole page out: once will do until the window changes.
    chartWidth ||= part("curves").clientWidth;
    const width = Math.min(600, Math.max(300, chartWidth || 340));
    for (const [name, data] of Object.entries(charts))
      part(`curves=${name}`).replaceChildren(labSeries({ document, width, prefix: `lab-${name}` }, data));
  }

  function downloads(own: Run) {
    const { protocol, seeds, lines } = own;
    if (own.offered === lines.length) return;
    own.offered = lines.length;
    const plan = { ...protocol, rows: labRows.map(({ id }) => id), seeds, shares: [protocol.share] };
    offer(host, "csv", "text/csv", asCsv([plan], lines));
    offer(host, "json", "application/json", asJson([plan], lines));
    part("command").textContent = commandOf(protocol, seeds.length);
  }

  async function work(current: Run) {
    stopper = new AbortController();
    const { signal } = stopper;
    const total = labRows.length * current.seeds.length * current.protocol.steps;
    const told = () => {
      progress.value = current.taken / total;
      tell(current, `${current.lines.length} of ${labRows.length * current.seeds.length} trained`);
    };
    told();
    changed();
    try {
      client ??= import("../../worker/start.ts").then(({ startClient }) => startClient());
      const workers = await client;
      const { share, imbalance, difficulty } = current.protocol;
      const drawn = { protocol: { share, imbalance, difficulty, seed: current.seeds[0]! } };
      current.scene ??= (await workers.run("draw", drawn, { signal })).test;
      await Promise.all([...current.jobs].map((job) => train(workers, current, job, signal, told)));
      current.note = `${current.lines.length} trained. Weights of the first: ${current.lines[0]?.weights ?? ""}`;
    } catch (error) {
      const stopped = `stopped after ${current.lines.length}; what is found so far stays`;
      if (!signal.aborted) current.failed = (error as Error).message;
      current.note = current.failed ?? stopped;
      // One that failed ends the others too, or they would be trained twice once it is resumed.
      stopper.abort(error);
    }
    stopper = undefined;
    changed();
  }

  function tell(current: Run, note: string) {
    current.note = note;
    if (bench.shown) status.textContent = noteOn(bench.shown.state, ownOf(bench.shown.state));
  }

  async function train(workers: Client, current: Run, job: Job, signal: AbortSignal, told: () => void) {
    const protocol: Protocol = { ...current.protocol, row: job.row, seed: job.seed };
    const name = `${job.row} ${job.seed}`;
    let before = job.state?.step ?? 0;
    const input = { protocol, ...(job.state && { state: job.state }) };
    const result = await workers.run("train", input, {
      signal,
      restarted: (sentence) => tell(current, sentence),
      resume: (asked, last) => ({ ...asked, state: last.state }),
      progress: ({ taken, state }) => {
        current.taken += taken - before;
        before = taken;
        job.state = state;
        current.moments.set(name, state.moments);
        told();
        soon();
      },
    });
    current.taken += protocol.steps - before;
    current.jobs.splice(current.jobs.indexOf(job), 1);
    current.lines.push(result.line);
    current.lines.sort((a, b) => a.seed - b.seed || place(a) - place(b));
    current.moments.set(name, result.moments);
    if (job.seed === current.seeds[0]) current.answers.set(name, result.labels);
    told();
    soon();
  }

  /** The page is redrawn a few times a second at most, so that it answers while it trains. */
  let waiting = 0;
  function soon() {
    if (waiting) return;
    waiting = window.setTimeout(() => {
      waiting = 0;
      changed();
    }, 200);
  }

  runButton.addEventListener("click", () => {
    if (!bench.shown) return;
    const { state } = bench.shown;
    const seeds = Array.from({ length: state.seeds }, (_, k) => defaultProtocol.seed + k);
    const jobs = seeds.flatMap((seed) => labRows.map(({ id }) => ({ row: id, seed })));
    run = {
      key: keyOf(state),
      protocol: protocolOf(state),
      seeds,
      jobs,
      lines: [],
      moments: new Map(),
      answers: new Map(),
      taken: 0,
      note: "",
      offered: 0,
    };
    void work(run);
  });
  stopButton.addEventListener("click", () => stopper?.abort(new Error("stopped")));
  resumeButton.addEventListener("click", () => {
    if (run) void work(run);
  });
  addEventListener("resize", () => {
    chartWidth = 0;
    draw();
  });
  onTheme(() => {
    if (run && bench.shown) logs(run, bench.shown.state.row, true);
  });
  runButton.hidden = false;
  return bench;
}

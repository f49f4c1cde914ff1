import { asCsv, asJson } from "../../experiments/download.ts";
import { refusalOf } from "../../experiments/mask-logs.ts";
import { defaultProtocol, rows as labRows } from "../../experiments/protocol.ts";
import type { Line, TablePlan } from "../../experiments/table.ts";
import { startClient } from "../../worker/start.ts";
import type { ReadMask } from "../../worker/tasks.ts";
import { table } from "../lab/tables.ts";
import { offer } from "../offer.ts";
import { refill } from "../picture.ts";
import { geometryOf } from "./spec.ts";

type Mask = Pick<ReadMask, "report" | "shapes">;

/** What is trained under: the lab's protocol, but every pixel of the frame is learned from, at the share it has. */
const protocol = { ...defaultProtocol, imbalance: "geometry" } as const;

/**
 * Trains the lab's rows on the reader's geometry, one after the other into one table; it may be stopped at any time. Its
 * workers are its own and end with it: the losses are heard on other ones, for they must answer meanwhile.
 */
export function training(host: HTMLElement) {
  const part = <T extends HTMLElement>(name: string) => host.querySelector<T>(`[data-${name}]`)!;
  const run = part<HTMLButtonElement>("run");
  const [stop, status, result] = [part("stop"), part("status"), part("trained")];
  const progress = part<HTMLProgressElement>("progress");
  let mask: Mask | undefined;
  let stopper: AbortController | undefined;

  async function train(own: Mask) {
    stopper = new AbortController();
    const { signal } = stopper;
    const client = startClient();
    const lines: Line[] = [];
    const taken = new Map<string, number>();
    const told = () => {
      const steps = [...taken.values()].reduce((sum, n) => sum + n, 0);
      progress.value = steps / (labRows.length * protocol.steps);
      status.textContent = `${lines.length} of ${labRows.length} trained`;
    };
    busy(true);
    told();
    const one = async (row: string) => {
      const { line } = await client.run(
        "train",
        { protocol: { ...protocol, row }, shapes: own.shapes },
        {
          signal,
          progress: (step) => {
            taken.set(row, step.taken);
            told();
          },
        },
      );
      lines.push(line);
      taken.set(row, protocol.steps);
      result.hidden = false;
      refill(host, 1, table(lines));
      downloads(own, lines);
      told();
    };
    try {
      await Promise.all(labRows.map(({ id }) => one(id)));
      status.textContent = `${lines.length} trained, at ${(100 * lines[0]!.share).toFixed(1)} percent background`;
    } catch (error) {
      stopper.abort(error);
      status.textContent =
        mask === own && error instanceof Error && error.message !== "stopped"
          ? error.message
          : `stopped after ${lines.length}; what is found so far stays`;
    }
    client.close();
    stopper = undefined;
    busy(false);
  }

  function downloads({ report, shapes }: Mask, came: readonly Line[]) {
    const { row: _, seed, share: __, ...shared } = protocol;
    const rows = labRows.map(({ id }) => id);
    // Rows end in whatever order two workers take; a file is the same each time.
    const lines = [...came].sort((a, b) => rows.indexOf(a.row) - rows.indexOf(b.row));
    const plan: TablePlan = { ...shared, rows, seeds: [seed], shares: [lines[0]!.share] };
    const geometry = geometryOf(report, shapes);
    offer(host, "csv", "text/csv", asCsv([plan], lines, geometry));
    offer(host, "json", "application/json", asJson([plan], lines, geometry));
  }

  /** Of the two buttons the one that goes hands the focus to the one that comes. */
  function busy(yes: boolean) {
    const held = document.activeElement;
    run.hidden = yes;
    stop.hidden = !yes;
    progress.hidden = !yes;
    if (held === run || held === stop) (yes ? stop : run).focus();
  }

  run.addEventListener("click", () => {
    if (mask && !stopper) void train(mask);
  });
  stop.addEventListener("click", () => stopper?.abort(new Error("stopped")));
  return (next: Mask | undefined) => {
    stopper?.abort(new Error("stopped"));
    mask = next;
    run.disabled = next !== undefined && refusalOf(next.shapes) !== undefined;
    result.hidden = true;
    status.textContent = "";
  };
}

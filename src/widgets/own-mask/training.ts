import { defaultProtocol, rows as labRows } from "../../experiments/protocol.ts";
import type { Line } from "../../experiments/table.ts";
import type { Client } from "../../worker/client.ts";
import type { OwnMask } from "../../worker/tasks.ts";
import { table } from "../lab/spec.ts";
import { refill } from "../picture.ts";

/** Trains the lab's rows on the reader's geometry, one after the other into one table; it may be stopped at any time. */
export function training(host: HTMLElement, client: () => Client) {
  const part = <T extends HTMLElement>(name: string) => host.querySelector<T>(`[data-${name}]`)!;
  const [run, stop, status, result] = [part("run"), part("stop"), part("status"), part("trained")];
  const progress = part<HTMLProgressElement>("progress");
  let mask: OwnMask | undefined;
  let stopper: AbortController | undefined;

  async function train(own: OwnMask) {
    stopper = new AbortController();
    const { signal } = stopper;
    const lines: Line[] = [];
    const taken = new Map<string, number>();
    const told = () => {
      const steps = [...taken.values()].reduce((sum, n) => sum + n, 0);
      progress.value = steps / (labRows.length * defaultProtocol.steps);
      status.textContent = `${lines.length} of ${labRows.length} trained`;
    };
    busy(true);
    told();
    const one = async (row: string) => {
      const { line } = await client().run(
        "train",
        { protocol: { ...defaultProtocol, row }, mask: { image: own.image, report: own.report } },
        {
          signal,
          progress: (step) => {
            taken.set(row, step.taken);
            told();
          },
        },
      );
      lines.push(line);
      taken.set(row, defaultProtocol.steps);
      result.hidden = false;
      refill(host, 1, table(lines));
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
    stopper = undefined;
    busy(false);
  }

  function busy(yes: boolean) {
    run.hidden = yes;
    stop.hidden = !yes;
    progress.hidden = !yes;
  }

  run.addEventListener("click", () => {
    if (mask && !stopper) void train(mask);
  });
  stop.addEventListener("click", () => stopper?.abort(new Error("stopped")));
  return (next: OwnMask | undefined) => {
    stopper?.abort(new Error("stopped"));
    mask = next;
    result.hidden = true;
    status.textContent = "";
  };
}

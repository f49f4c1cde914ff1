import { runCheck } from "./run.ts";
import { show } from "./runner.ts";

/** Runs many checks on one seed, two at a time as the worker has hands; tells in a sentence what came of them. */
export async function runMany(
  buttons: readonly HTMLButtonElement[],
  seed: number,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<string> {
  const started = performance.now();
  const queue = buttons.values();
  const failed: string[] = [];
  let done = 0;
  const hand = async () => {
    for (const button of queue) {
      if (signal.aborted) return;
      try {
        const ran = await runCheck(button, seed, false, signal);
        if (!ran.claim.holds) failed.push(ran.id);
        const place = button.closest<HTMLElement>("[data-verdict]");
        if (place) show(place, ran);
        progress(++done);
      } catch {
        if (signal.aborted) return;
        failed.push(button.dataset["run"] ?? "");
        progress(++done);
      }
    }
  };
  await Promise.all([hand(), hand()]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const cut = signal.aborted ? `Stopped: ` : "";
  const wrong = failed.length > 0 ? ` Not so: ${failed.join(", ")}.` : "";
  return `${cut}${done - failed.length} of ${buttons.length} hold at seed ${seed}, in ${seconds} s.${wrong}`;
}

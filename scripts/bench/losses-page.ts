import { evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Options } from "../../src/losses/loss.ts";
import { losses } from "../../src/losses/registry.ts";
import { loadTwin } from "../../src/losses/twin/twin.ts";
import { classes, inputOf } from "./inputs.ts";

export interface PageRow {
  readonly loss: string;
  readonly by: string;
  readonly best: number;
}

/** Runs in a page: value and gradient of every loss, with the twin and without, in milliseconds. */
export async function rows(side: number): Promise<PageRow[]> {
  const { pixels, logits, labels } = inputOf(side);
  const twin = await loadTwin(classes);
  const out = { logits: new Float32Array(logits.length) };
  return Object.values(losses).flatMap((loss) => {
    const time = (options: Options) =>
      bestOf(() => evaluateWithGradient(loss, { classes, pixels, logits, labels }, options, out));
    const own = { loss: loss.id, by: "Loss Map", best: time({}) };
    if (loss.scores === "errors") return [own];
    return [own, { loss: loss.id, by: "Loss Map, WebAssembly", best: time({ twin }) }];
  });
}

/** The least mean of ten batches: a page's clock is too coarse for one run. */
function bestOf(run: () => void): number {
  for (const warm = performance.now() + 100; performance.now() < warm; ) run();
  let best = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < 10; batch++) {
    const start = performance.now();
    let runs = 0;
    do {
      run();
      runs += 1;
    } while (performance.now() - start < 25);
    best = Math.min(best, (performance.now() - start) / runs);
  }
  return Number(best.toPrecision(3));
}

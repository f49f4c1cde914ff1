import { evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame, Options } from "../../src/losses/loss.ts";
import { losses } from "../../src/losses/registry.ts";
import { loadTwin, type Twin } from "../../src/losses/twin/twin.ts";
import { floors } from "./floors.ts";
import { channelLast, classes, type Input, inputOf, onehotOf } from "./inputs.ts";
import { jaxRun } from "./jax-losses.ts";
import { type Effort, measure, type Time } from "./measure.ts";
import { startTfjs, type Tensorflow, tfjsRun } from "./tfjs-losses.ts";
import { torchRows } from "./torch.ts";

/** Who ran a loss, on how many pixels of a side, and how long value and gradient took. */
export interface Row extends Time {
  readonly loss: string;
  readonly side: number;
  readonly by: string;
  readonly value: number;
}

export interface LossBench {
  readonly rows: readonly Row[];
  readonly floors: readonly (Time & { readonly side: number; readonly floor: string })[];
  readonly torch: string | null;
}

/** Beyond this side a peer may take seconds a run: two runs have to do. */
const manyRunsUpTo = 512;

/** Value and gradient of every loss in logits, three classes, single precision in and out; peers on the same input. */
export async function benchLosses(sides: readonly number[], seconds: number): Promise<LossBench> {
  const rows: Row[] = [];
  const found: LossBench["floors"][number][] = [];
  let torch: string | null = null;
  const tf = await startTfjs();
  const twin = await loadTwin(classes);
  for (const side of sides) {
    const input = inputOf(side);
    for (const [floor, time] of Object.entries(floors(input, seconds))) found.push({ side, floor, ...time });
    for (const id of Object.keys(losses)) rows.push(...engineRows(id, input, seconds, twin));
    const least = side > manyRunsUpTo ? 2 : 5;
    rows.push(...(await peerRows(tf, input, { seconds, least })));
    const python = torchRows(input, seconds, least);
    torch = python?.torch ?? null;
    for (const [loss, { library, ...time }] of Object.entries(python?.rows ?? {})) {
      rows.push({ loss, side, by: `PyTorch (${library})`, ...time });
    }
  }
  return { rows, floors: found, torch };
}

/** tfjs and jax-js on every loss that they can; what fails is said and left out. */
async function peerRows(tf: Tensorflow, input: Input, effort: Effort): Promise<Row[]> {
  const { side, pixels, logits } = input;
  const target = onehotOf(input);
  const last = [channelLast(logits, pixels), channelLast(target, pixels)] as const;
  const rows: Row[] = [];
  for (const loss of Object.keys(losses)) {
    const peers = {
      "tfjs-wasm": () => tfjsRun(tf, loss, ...last, classes),
      "jax-js": () => jaxRun(loss, logits, target, classes),
    };
    for (const [by, start] of Object.entries(peers)) {
      try {
        const peer = await start();
        if (!peer) continue;
        rows.push({ loss, side, by, value: peer.run(), ...measure(peer.run, effort) });
        peer.free();
      } catch (error) {
        console.error(`${by} fails on ${loss} at ${side}²: ${(error as Error).message}`);
      }
    }
  }
  return rows;
}

function engineRows(id: string, input: Input, seconds: number, twin: Twin): Row[] {
  const loss = losses[id]!;
  const out = { logits: new Float32Array(input.logits.length) };
  const frame: Frame = { classes, ...input };
  const run = (options: Options = {}) => evaluateWithGradient(loss, frame, options, out).value;
  const row = { loss: id, side: input.side };
  const rows = [{ ...row, by: "Loss Map", value: run(), ...measure(() => run(), { seconds }) }];
  if (loss.scores !== "errors") {
    const time = measure(() => run({ twin }), { seconds });
    return [...rows, { ...row, by: "Loss Map, WebAssembly", value: run({ twin }), ...time }];
  }
  const buckets = 4096;
  const time = measure(() => run({ buckets }), { seconds });
  return [...rows, { ...row, by: "Loss Map, 4096 buckets", value: run({ buckets }), ...time }];
}

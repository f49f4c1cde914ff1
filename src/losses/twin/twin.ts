import { log } from "../../numerics/log.ts";
import type { Convention } from "../convention.ts";
import type { ClassCounts } from "../counts.ts";
import { countedOf } from "../frame.ts";
import type { Plain } from "../fused/plain.ts";
import type { Loss, Numbers, OverlapLoss, Parameters, PixelLoss } from "../loss.ts";
import { combine } from "../overlap.ts";
import { Blocks, type Memory } from "./blocks.ts";
import { kernelBytes } from "./kernels.ts";
import { largestPower } from "./pixels.ts";

/** The part of WebAssembly that is used here; every engine of the last years has it, and no type library but the DOM's. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => Memory;
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: unknown } }>;
};
type Kernel = (block: number, end: number, to: number) => number;
type Kernels = {
  readonly errors: Kernel;
  readonly entropy: Kernel;
  backward(block: number, end: number, slopes: number): void;
} & { readonly [name: `focus${number}`]: Kernel };

/**
 * The fused kernels over pixels and soft counts once more, four floats at a time in WebAssembly. Single precision with
 * double sums, within 1e-6 of the TypeScript, which stays the definition: so the twin runs only where a caller passes
 * it, the frame is plain and of its number of classes, labels are bytes, logits and gradient single, and no logit lies
 * 80 above the true class's; else the TypeScript runs. It is for those who train on the engine: no page of the site
 * passes it, since the live figures draw the gradient to the probabilities as well, answer within a frame of the
 * screen without it, and the lab's bits are pinned to the TypeScript.
 */
export interface Twin {
  run(
    loss: Loss,
    parameters: Parameters,
    frame: Plain,
    convention: Convention,
    out: Numbers,
  ): number | undefined;
}

/** Makes the twin for so many classes. A page with a content-security policy needs `wasm-unsafe-eval` in it. */
export async function loadTwin(classes: number): Promise<Twin> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { instance } = await WebAssembly.instantiate(kernelBytes(classes), { env: { memory } });
  const kernels = instance.exports as Kernels;
  const blocks = new Blocks(memory, classes);
  return {
    run(loss, parameters, frame, convention, out) {
      const { logits, labels } = frame;
      const power = loss.scores === "pixels" ? loss.power?.(parameters) : undefined;
      const known = power !== undefined && Number.isInteger(power) && power <= largestPower;
      const whole = labels instanceof Uint8Array;
      if (!(known || loss.scores === "overlap") || !whole || frame.classes !== classes) return undefined;
      if (!(logits instanceof Float32Array && out instanceof Float32Array)) return undefined;
      if (loss.scores === "overlap")
        return runOverlap(loss, parameters, frame, convention, kernels, blocks, out);
      return runPixels(loss as PixelLoss, parameters, frame, power!, kernels, blocks, out);
    },
  };
}

function runPixels(
  loss: PixelLoss,
  parameters: Parameters,
  frame: Plain,
  power: number,
  kernels: Kernels,
  blocks: Blocks,
  out: Float32Array,
): number | undefined {
  const { batch, pixels } = frame;
  const { positive, negative } = loss.balance?.(parameters) ?? { positive: 1, negative: 1 };
  const share = 1 / (batch * pixels);
  const kernel = power === 0 ? kernels.entropy : kernels[`focus${power}`]!;
  blocks.hold(1);
  const { floats, gathered } = blocks;
  floats.fill(share * negative, gathered / 4 + 16, gathered / 4 + 20);
  floats.fill(share * positive, gathered / 4 + 20, gathered / 4 + 24);
  if (power === 0) for (const side of [4, 12]) floats.fill(1, gathered / 4 + side, gathered / 4 + side + 4);
  let turns = 0;
  for (let n = 0; n < blocks.count(frame); n++) {
    blocks.copyIn(frame, n, 0);
    const [block, end] = blocks.bounds(frame, n, 0);
    if (kernel(block, end, gathered) !== 0) return undefined;
    blocks.copyOut(frame, n, 0, out);
    turns += (end - block) / 16;
  }
  if (power > 0) return new Float64Array(floats.buffer, gathered, 2).reduce((a, b) => a + b, 0);
  const products = (at: number) => {
    const exponents = new Int32Array(floats.buffer, gathered + at, 4);
    const mantissas = new Float32Array(floats.buffer, gathered + at + 16, 4);
    return mantissas.reduce((sum, m, lane) => sum + (exponents[lane]! - 127 * turns) * Math.LN2 + log(m), 0);
  };
  return share * (negative * products(0) + positive * products(32));
}

function runOverlap(
  loss: OverlapLoss,
  parameters: Parameters,
  frame: Plain,
  convention: Convention,
  kernels: Kernels,
  blocks: Blocks,
  out: Float32Array,
): number | undefined {
  const { batch, classes, pixels } = frame;
  const count = blocks.count(frame);
  blocks.hold(count);
  const { floats, gathered } = blocks;
  for (let n = 0; n < count; n++) {
    blocks.copyIn(frame, n, n);
    if (kernels.errors(...blocks.bounds(frame, n, n), gathered) !== 0) return undefined;
  }
  let ground = batch * pixels;
  const all = Array.from({ length: classes }, (_, n): ClassCounts => {
    // The background comes last, since its pixels are those that no other class has.
    const channel = (n + 1) % classes;
    const at = gathered + 48 * channel;
    const [on, on2, fp, fp2] = new Float64Array(floats.buffer, at, 4);
    const held = new Int32Array(floats.buffer, at + 32, 4).reduce((a, b) => a + b, 0);
    const volume = channel === 0 ? ground : held;
    ground -= volume;
    const fn = on! + on2!;
    return { tp: volume - fn, fp: fp! + fp2!, fn, volume, channel };
  }).sort((a, b) => a.channel - b.channel);
  const channels = countedOf(classes, convention);
  const counts = channels.map((c) => all[c]!);
  const volumes = counts.map(({ volume }) => volume);
  const { values, slopes } = combine(loss, parameters, counts, volumes, convention);
  floats.fill(0, gathered / 4, gathered / 4 + 8 * classes);
  channels.forEach((c, n) => {
    const { tp, fp, fn } = slopes[n]!;
    floats.fill(tp - fn, gathered / 4 + 8 * c, gathered / 4 + 8 * c + 4);
    floats.fill(fp, gathered / 4 + 8 * c + 4, gathered / 4 + 8 * c + 8);
  });
  for (let n = 0; n < count; n++) {
    kernels.backward(...blocks.bounds(frame, n, n), gathered);
    blocks.copyOut(frame, n, n, out);
  }
  return values[0]!;
}

import type { Convention } from "../convention.ts";
import type { ClassCounts } from "../counts.ts";
import { countedOf } from "../frame.ts";
import type { Plain } from "../fused/plain.ts";
import type { Loss, Numbers, OverlapLoss, Parameters, PixelLoss } from "../loss.ts";
import { combine } from "../overlap.ts";
import { kernelBytes, largestPower } from "./kernels.ts";

/** The part of WebAssembly that is used here; every engine of the last years has it, and no type library but the DOM's. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => Memory;
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: unknown } }>;
};
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
type Kernel = (z: number, labels: number, m: number, plane: number, to: number) => number;
type Kernels = {
  readonly errors: Kernel;
  backward(m: number, labels: number, slopes: number, plane: number): void;
} & { readonly [name: `focus${number}`]: Kernel };

/**
 * The fused kernels over pixels and soft counts once more, four floats at a time in WebAssembly. Single precision with
 * double sums, within 1e-6 of the TypeScript, which stays the definition: so the twin runs only where a caller passes
 * it, the frame is plain and of its number of classes, labels are bytes, logits and gradient single, and no logit lies
 * 80 above the true class's; else the TypeScript runs.
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
  return {
    run(loss, parameters, frame, convention, out) {
      const { logits, labels } = frame;
      const power = loss.scores === "pixels" ? loss.power?.(parameters) : undefined;
      const known = power !== undefined && Number.isInteger(power) && power <= largestPower;
      const whole = labels instanceof Uint8Array;
      if (!(known || loss.scores === "overlap") || !whole || frame.classes !== classes) return undefined;
      if (!(logits instanceof Float32Array && out instanceof Float32Array)) return undefined;
      const room = roomOf(memory, frame);
      copyIn(frame, room);
      const value =
        loss.scores === "overlap"
          ? runOverlap(loss, parameters, frame, convention, kernels, room)
          : runPixels(loss as PixelLoss, parameters, frame, kernels[`focus${power!}`]!, room);
      if (value === undefined) return undefined;
      copyOut(frame, room, out);
      return value;
    },
  };
}

/** Where things lie in the memory, as addresses, and the bytes of one class's plane. */
interface Room {
  readonly floats: Float32Array;
  readonly bytes: Uint8Array;
  readonly small: number;
  readonly z: number;
  readonly m: number;
  readonly labels: number;
  readonly plane: number;
}

function roomOf(memory: Memory, { batch, classes, pixels }: Plain): Room {
  const plane = 16 * Math.ceil((batch * pixels) / 4);
  const small = 16;
  const z = small + 48 * Math.max(classes, 2);
  const m = z + classes * plane;
  const labels = m + classes * plane;
  const missing = Math.ceil((labels + plane / 4 - memory.buffer.byteLength) / 65536);
  if (missing > 0) memory.grow(missing);
  const { buffer } = memory;
  return { floats: new Float32Array(buffer), bytes: new Uint8Array(buffer), small, z, m, labels, plane };
}

/** Channels of all images side by side; the last pixels that fill a row of four are background beyond doubt. */
function copyIn(
  { batch, classes, pixels, logits, labels }: Plain,
  { floats, bytes, z, labels: at, plane }: Room,
) {
  for (let c = 0; c < classes; c++) {
    const start = (z + c * plane) / 4;
    for (let b = 0; b < batch; b++) {
      const from = (b * classes + c) * pixels;
      floats.set((logits as Float32Array).subarray(from, from + pixels), start + b * pixels);
    }
    floats.fill(c === 0 ? 0 : -1e4, start + batch * pixels, start + plane / 4);
  }
  bytes.set(labels, at);
  bytes.fill(0, at + batch * pixels, at + plane / 4);
}

function copyOut({ batch, classes, pixels }: Plain, { floats, m, plane }: Room, out: Float32Array) {
  for (let c = 0; c < classes; c++) {
    for (let b = 0; b < batch; b++) {
      const start = (m + c * plane) / 4 + b * pixels;
      out.set(floats.subarray(start, start + pixels), (b * classes + c) * pixels);
    }
  }
}

function runPixels(
  loss: PixelLoss,
  parameters: Parameters,
  { batch, pixels }: Plain,
  focus: Kernel,
  { floats, small, z, m, labels, plane }: Room,
): number | undefined {
  const { positive, negative } = loss.balance?.(parameters) ?? { positive: 1, negative: 1 };
  const share = 1 / (batch * pixels);
  floats.fill(share * negative, small / 4 + 4, small / 4 + 8);
  floats.fill(share * positive, small / 4 + 8, small / 4 + 12);
  if (focus(z, labels, m, plane, small) !== 0) return undefined;
  const [one, other] = new Float64Array(floats.buffer, small, 2);
  return one! + other!;
}

function runOverlap(
  loss: OverlapLoss,
  parameters: Parameters,
  { batch, classes, pixels }: Plain,
  convention: Convention,
  kernels: Kernels,
  { floats, small, z, m, labels, plane }: Room,
): number | undefined {
  if (kernels.errors(z, labels, m, plane, small) !== 0) return undefined;
  const all = Array.from({ length: classes }, (_, channel): ClassCounts => {
    const at = small + 48 * channel;
    const [on, on2, fp, fp2] = new Float64Array(floats.buffer, at, 4);
    const counts = new Int32Array(floats.buffer, at + 32, 4).reduce((a, b) => a + b, 0);
    const volume = counts - (channel === 0 ? plane / 4 - batch * pixels : 0);
    const fn = on! + on2!;
    return { tp: volume - fn, fp: fp! + fp2!, fn, volume, channel };
  });
  const channels = countedOf(classes, convention);
  const counts = channels.map((c) => all[c]!);
  const volumes = counts.map(({ volume }) => volume);
  const { values, slopes } = combine(loss, parameters, counts, volumes, convention);
  floats.fill(0, small / 4, small / 4 + 8 * classes);
  channels.forEach((c, n) => {
    const { tp, fp, fn } = slopes[n]!;
    floats.fill(tp - fn, small / 4 + 8 * c, small / 4 + 8 * c + 4);
    floats.fill(fp, small / 4 + 8 * c + 4, small / 4 + 8 * c + 8);
  });
  kernels.backward(m, labels, small, plane);
  return values[0]!;
}

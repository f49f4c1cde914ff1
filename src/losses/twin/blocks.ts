import type { Plain } from "../fused/plain.ts";
import { blockPixels, planeBytes } from "./lanes.ts";

export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/**
 * A memory for kernels: what they gather at the beginning, then blocks of pixels of one image. A frame is copied in
 * and out block by block, while a block is in the cache anyway; so its arrays may lie anywhere.
 */
export class Blocks {
  readonly #memory: Memory;
  readonly #classes: number;
  readonly #first: number;
  readonly #size: number;
  /** Where kernels gather and read what is the same for all blocks. */
  readonly gathered = 64;
  floats: Float32Array<ArrayBuffer>;
  #bytes: Uint8Array<ArrayBuffer>;

  constructor(memory: Memory, classes: number) {
    this.#memory = memory;
    this.#classes = classes;
    this.#first = this.gathered + 64 * (classes + 1);
    this.#size = classes * planeBytes + blockPixels;
    this.floats = new Float32Array(memory.buffer);
    this.#bytes = new Uint8Array(memory.buffer);
  }

  /** Room for so many blocks at once; a larger memory has new views. What was gathered is forgotten. */
  hold(blocks: number) {
    const { buffer } = this.#memory;
    const missing = Math.ceil((this.#first + blocks * this.#size - buffer.byteLength) / 65536);
    if (missing > 0) {
      this.#memory.grow(missing);
      this.floats = new Float32Array(this.#memory.buffer);
      this.#bytes = new Uint8Array(this.#memory.buffer);
    }
    this.floats.fill(0, this.gathered / 4, this.#first / 4);
  }

  count({ batch, pixels }: Plain): number {
    return batch * Math.ceil(pixels / blockPixels);
  }

  /** The block's address in its place, and the end of its first plane's last four pixels. */
  bounds(frame: Plain, n: number, place: number): [block: number, end: number] {
    const block = this.#first + place * this.#size;
    return [block, block + 16 * Math.ceil(this.#part(frame, n).length / 4)];
  }

  /** The last pixels that fill a row of four are background beyond doubt. */
  copyIn(frame: Plain, n: number, place: number) {
    const { image, from, length } = this.#part(frame, n);
    const block = this.#first + place * this.#size;
    const full = 4 * Math.ceil(length / 4);
    for (let c = 0; c < this.#classes; c++) {
      const start = (block + c * planeBytes) / 4;
      const at = (image * this.#classes + c) * frame.pixels + from;
      this.floats.set((frame.logits as Float32Array).subarray(at, at + length), start);
      if (full > length) this.floats.fill(c === 0 ? 0 : -1e4, start + length, start + full);
    }
    const labels = block + this.#classes * planeBytes;
    const at = image * frame.pixels + from;
    this.#bytes.set((frame.labels as Uint8Array).subarray(at, at + length), labels);
    if (full > length) this.#bytes.fill(0, labels + length, labels + full);
  }

  copyOut(frame: Plain, n: number, place: number, out: Float32Array) {
    const { image, from, length } = this.#part(frame, n);
    for (let c = 0; c < this.#classes; c++) {
      const start = (this.#first + place * this.#size + c * planeBytes) / 4;
      const at = (image * this.#classes + c) * frame.pixels + from;
      out.set(this.floats.subarray(start, start + length), at);
    }
  }

  #part({ pixels }: Plain, n: number) {
    const each = Math.ceil(pixels / blockPixels);
    const from = (n % each) * blockPixels;
    return { image: Math.floor(n / each), from, length: Math.min(blockPixels, pixels - from) };
  }
}

import {
  keyOf,
  type Parts,
  partsFor,
  setRange,
  sortPart,
  toStarts,
  upper,
  wordsOf,
} from "../../numerics/radix-sort.ts";
import type { Convention } from "../convention.ts";
import { countedOf } from "../frame.ts";
import type { ErrorLoss, Numbers } from "../loss.ts";
import { classShares } from "../reduction.ts";
import type { Plain } from "./plain.ts";
import { errorsInto } from "./softmax.ts";
import { firstOther, lastOther } from "./three.ts";

/** Room for all errors and the slopes to p, and for one class's sort; kept as long as the buffer that it belongs to. */
interface Room {
  readonly errors: Float64Array;
  readonly words: Uint32Array;
  readonly slopes: Float64Array;
  readonly weights: Float64Array;
  readonly next: Uint32Array;
  readonly parts: Parts;
}

const rooms = new WeakMap<Numbers, Room>();

function roomOf(out: Numbers, pixels: number): Room {
  const known = rooms.get(out);
  if (known) return known;
  const errors = new Float64Array(out.length);
  const parts = partsFor(pixels);
  const room = {
    errors,
    words: wordsOf(errors),
    slopes: new Float64Array(out.length),
    weights: new Float64Array(pixels),
    next: new Uint32Array(parts.starts.length),
    parts,
  };
  rooms.set(out, room);
  return room;
}

/** Value and gradient of a loss over sorted errors, exact; NaN where a logit is not finite or a label is no class. */
export function fusedErrors(
  loss: ErrorLoss,
  frame: Plain,
  convention: Convention,
  out: Numbers,
  toP?: Numbers,
): number {
  const { batch, classes, pixels, labels } = frame;
  const room = roomOf(out, batch * pixels);
  if (!errorsInto(frame, room.errors)) return Number.NaN;
  const volumes = new Float64Array(classes);
  // The upper half of the least error on each class.
  const least = new Uint32Array(classes).fill(0x7ff00000);
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      volumes[truth]! += 1;
      const word = room.words[2 * ((b * classes + truth) * pixels + i) + upper]!;
      if (word < least[truth]!) least[truth] = word;
    }
  }
  const channels = countedOf(classes, convention);
  const used = channels.filter((c) => volumes[c]! > 0 || convention.absentClass !== "skip");
  const shares = classShares(
    used.map(() => 1),
    convention,
    convention.classReduction !== "sum",
  );
  room.slopes.fill(0);
  let constant = 0;
  used.forEach((c, n) => {
    if (volumes[c] === 0 && convention.absentClass !== "formula") {
      constant += convention.absentClass === "one" ? shares[n]! : 0;
    } else {
      spread(frame, c, room, volumes[c]! > 0 ? least[c]! : 0);
      weigh(loss, volumes[c]!, shares[n]!, room);
      bringBack(frame, c, room, volumes[c]! > 0 ? least[c]! : 0);
    }
  });
  toP?.set(room.slopes);
  return constant + lead(frame, room, out);
}

/**
 * Puts the upper and lower halves of class c's errors into parts of falling size, flagged where the class is true.
 * Once every pixel of the class has had its turn a stray adds nothing, so strays below its least error are left out.
 */
function spread({ batch, classes, pixels, labels }: Plain, c: number, room: Room, least: number) {
  const { words, parts, next } = room;
  const { starts, keys, lower } = parts;
  let top = least;
  for (let b = 0; b < batch; b++) {
    const from = 2 * (b * classes + c) * pixels + upper;
    for (let k = from; k < from + 2 * pixels; k += 2) if (words[k]! > top) top = words[k]!;
  }
  setRange(parts, batch * pixels, least, top);
  const { shift, fine } = parts;
  for (let b = 0; b < batch; b++) {
    const from = 2 * (b * classes + c) * pixels + upper;
    for (let k = from; k < from + 2 * pixels; k += 2) {
      if (words[k]! >= least) starts[((top - words[k]!) >>> shift) + 1]! += 1;
    }
  }
  toStarts(parts);
  next.set(starts);
  for (let b = 0; b < batch; b++) {
    const from = 2 * (b * classes + c) * pixels + upper;
    for (let i = 0; i < pixels; i++) {
      const word = words[from + 2 * i]!;
      if (word < least) continue;
      const distance = top - word;
      const at = next[distance >>> shift]!;
      next[distance >>> shift] = at + 1;
      const low = words[(from + 2 * i) ^ 1]!;
      keys[at] = keyOf(distance, low, fine, labels[b * pixels + i] === c ? 1 : 0);
      lower[at] = low;
    }
  }
}

/** Sorts part after part and writes what each error weighs to where the error was put. */
function weigh(loss: ErrorLoss, volume: number, share: number, { weights, parts }: Room) {
  const items = parts.items[0];
  let [missed, stray] = [0, 0];
  for (let p = 0; p < parts.count; p++) {
    const [from, to] = [parts.starts[p]!, parts.starts[p + 1]!];
    if (from === to) continue;
    sortPart(from, to, parts);
    for (let n = 0; n < to - from; n++) {
      const item = items[n]!;
      if (item & 1) {
        weights[item >>> 1] = -share * loss.ofMiss(missed, stray, volume);
        missed += 1;
      } else {
        weights[item >>> 1] = share * loss.ofStray(missed, stray, volume);
        stray += 1;
      }
    }
  }
}

/** From the order of the parts to that of the pixels. */
function bringBack({ batch, classes, pixels }: Plain, c: number, room: Room, least: number) {
  const { words, slopes, weights, next, parts } = room;
  const { top, shift, starts } = parts;
  next.set(starts);
  for (let b = 0; b < batch; b++) {
    const from = (b * classes + c) * pixels;
    for (let k = from; k < from + pixels; k++) {
      const word = words[2 * k + upper]!;
      if (word < least) continue;
      const part = (top - word) >>> shift;
      const at = next[part]!;
      next[part] = at + 1;
      slopes[k] = weights[at]!;
    }
  }
}

/** The sum of errors times their weights; and from slopes to p to the gradient, as `backward` in softmax.ts. */
function lead(frame: Plain, room: Room, out: Numbers): number {
  if (frame.classes === 3) return leadOfThree(frame, room, out);
  const { batch, classes, pixels, labels } = frame;
  const { errors, slopes } = room;
  let value = 0;
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      const at = b * classes * pixels + i;
      const own = at + truth * pixels;
      value -= slopes[own]! * errors[own]!;
      let mean = (1 - errors[own]!) * slopes[own]!;
      for (let c = 0; c < classes; c++) {
        if (c === truth) continue;
        const part = errors[at + c * pixels]! * slopes[at + c * pixels]!;
        value += part;
        mean += part;
      }
      let others = 0;
      for (let c = 0; c < classes; c++) {
        if (c === truth) continue;
        const slope = errors[at + c * pixels]! * (slopes[at + c * pixels]! - mean);
        out[at + c * pixels] = slope;
        others += slope;
      }
      out[own] = -others;
    }
  }
  return value;
}

/** The same without a loop over classes, see three.ts. */
function leadOfThree({ batch, pixels, labels }: Plain, { errors, slopes }: Room, out: Numbers): number {
  let value = 0;
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      const at = 3 * b * pixels + i;
      const own = at + truth * pixels;
      const first = at + firstOther(truth) * pixels;
      const last = at + lastOther(truth) * pixels;
      const one = errors[first]! * slopes[first]!;
      const other = errors[last]! * slopes[last]!;
      value -= slopes[own]! * errors[own]!;
      value += one;
      value += other;
      const mean = (1 - errors[own]!) * slopes[own]! + one + other;
      const slopeFirst = errors[first]! * (slopes[first]! - mean);
      const slopeLast = errors[last]! * (slopes[last]! - mean);
      out[first] = slopeFirst;
      out[last] = slopeLast;
      out[own] = -(0 + slopeFirst + slopeLast);
    }
  }
  return value;
}

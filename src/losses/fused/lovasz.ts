import { type SortScratch, sortDecreasing, sortScratch, wordsOf } from "../../numerics/radix-sort.ts";
import type { Convention } from "../convention.ts";
import { countedOf } from "../frame.ts";
import type { ErrorLoss, Numbers } from "../loss.ts";
import { classShares } from "../reduction.ts";
import type { Plain } from "./plain.ts";
import { errorsInto } from "./softmax.ts";

/** Room for all errors and the slopes to p, and for one class's sort; kept as long as the buffer that it belongs to. */
interface Room {
  readonly errors: Float64Array;
  readonly words: Uint32Array;
  readonly slopes: Float64Array;
  readonly sort: SortScratch;
}

const rooms = new WeakMap<Numbers, Room>();

function roomOf(out: Numbers, pixels: number): Room {
  const known = rooms.get(out);
  if (known) return known;
  const errors = new Float64Array(out.length);
  const room = {
    ...{ errors, words: wordsOf(errors), slopes: new Float64Array(out.length), sort: sortScratch(pixels) },
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
  for (let i = 0; i < labels.length; i++) volumes[labels[i]!]! += 1;
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
      weigh(loss, collect(frame, c, room), volumes[c]!, shares[n]!, room);
    }
  });
  toP?.set(room.slopes);
  return constant + lead(frame, room, out);
}

/**
 * Lists the errors of class c that can carry weight, in the order of the pixels, flagged where the class is true.
 * Once every pixel of the class has had its turn a stray adds nothing, so strays below its least error are left out.
 */
function collect({ batch, classes, pixels, labels }: Plain, c: number, { errors, sort }: Room): number {
  let least = 2;
  for (let b = 0; b < batch; b++) {
    const at = (b * classes + c) * pixels;
    for (let i = 0; i < pixels; i++) {
      if (labels[b * pixels + i] === c && errors[at + i]! < least) least = errors[at + i]!;
    }
  }
  if (least === 2) least = 0;
  const items = sort.items[0];
  let count = 0;
  for (let b = 0; b < batch; b++) {
    const at = (b * classes + c) * pixels;
    for (let i = 0; i < pixels; i++) {
      if (errors[at + i]! < least) continue;
      items[count++] = 2 * (at + i) + (labels[b * pixels + i] === c ? 1 : 0);
    }
  }
  return count;
}

/** Sorts the listed errors and writes what each weighs to the slopes. */
function weigh(loss: ErrorLoss, count: number, volume: number, share: number, { words, slopes, sort }: Room) {
  const items = sortDecreasing(words, count, sort);
  let [missed, stray] = [0, 0];
  for (let n = 0; n < count; n++) {
    const item = items[n]!;
    if (item & 1) {
      slopes[item >>> 1] = -share * loss.ofMiss(missed, stray, volume);
      missed += 1;
    } else {
      slopes[item >>> 1] = share * loss.ofStray(missed, stray, volume);
      stray += 1;
    }
  }
}

/** The sum of errors times their weights; and from slopes to p to the gradient, as `backward` in softmax.ts. */
function lead({ batch, classes, pixels, labels }: Plain, { errors, slopes }: Room, out: Numbers): number {
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
